using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>The first statement of a lock, or the last, is outside.</summary>
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
        return
        [
            Edit.Replace(locked, $"{{ {statements[0]} {head} {{ {Text(statements.Skip(1))} }} }}"),
            Edit.Replace(
                locked,
                $"{{ {head} {{ {Text(statements.SkipLast(1))} }} {statements[^1]} }}"
            ),
        ];
    }

    private static string Text(IEnumerable<StatementSyntax> statements) =>
        string.Join(' ', statements);
}
