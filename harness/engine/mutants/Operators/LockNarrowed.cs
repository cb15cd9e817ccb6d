using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>The first statement of a lock, or the last, is outside. To return what is the thread's own changes nothing there.</summary>
internal sealed class LockNarrowed : IMutationOperator
{
    public string Name => "lock-narrowed";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        if (
            node
            is not LockStatementSyntax
            {
                Statement: BlockSyntax { Statements: { Count: > 1 } statements }
            } locked
        )
            return [];
        var head = $"lock ({locked.Expression})";
        var first = Edit.Replace(
            locked,
            $"{{ {statements[0]} {head} {{ {Text(statements.Skip(1))} }} }}"
        );
        return ReturnsItsOwn(statements[^1], model)
            ? [first]
            :
            [
                first,
                Edit.Replace(
                    locked,
                    $"{{ {head} {{ {Text(statements.SkipLast(1))} }} {statements[^1]} }}"
                ),
            ];
    }

    private static bool ReturnsItsOwn(StatementSyntax statement, SemanticModel model) =>
        statement is ReturnStatementSyntax { Expression: var returned }
        && (
            returned is null or LiteralExpressionSyntax
            || model.GetSymbolInfo(returned).Symbol is ILocalSymbol or IParameterSymbol
        );

    private static string Text(IEnumerable<StatementSyntax> statements) =>
        string.Join(' ', statements);
}
