using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>A cancelled wait counts as one that has ended.</summary>
internal sealed class CancellationSwallowed : IMutationOperator
{
    public string Name => "cancellation-swallowed";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        return
            node is ExpressionStatementSyntax statement && Cancellation.IsObserved(statement, model)
            ?
            [
                Edit.Replace(
                    statement,
                    $"try {{ {statement} }} catch (System.OperationCanceledException) {{ }}"
                ),
            ]
            : [];
    }
}
