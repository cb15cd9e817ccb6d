using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>Results stand in the order in which they came, not in that of the questions.</summary>
internal sealed class ResultsByCompletion : IMutationOperator
{
    public string Name => "results-by-completion";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        if (
            node is InvocationExpressionSyntax call
            && WhenAll.Of(call, model) is { Result: not null } all
        )
            return [Edit.Replace(call, all.ByCompletion)];
        if (
            node
                is not AssignmentExpressionSyntax
                {
                    Left: ElementAccessExpressionSyntax
                    {
                        Expression: IdentifierNameSyntax results
                    },
                } assignment
            || model.GetSymbolInfo(results).Symbol
                is not ILocalSymbol { DeclaringSyntaxReferences: [var place] }
            || place.GetSyntax().FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()
                is not { } declaration
            || assignment.Function() == declaration.Function()
        )
            return [];
        var value =
            $"{{ var __value = {assignment.Right}; {results}[System.Threading.Interlocked.Increment(ref __came)] = __value; }}";
        var whole = assignment.Parent is ExpressionStatementSyntax statement
            ? statement
            : (SyntaxNode)assignment;
        return
        [
            new Edit([
                .. Edit.Insert(declaration.SpanStart, "var __came = -1; ").Changes,
                .. Edit.Replace(whole, value).Changes,
            ]),
        ];
    }
}
