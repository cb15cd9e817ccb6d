using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>Something that ought to throw goes on.</summary>
internal sealed class ThrowRemoved : IMutationOperator
{
    public string Name => "throw-removed";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        return node switch
        {
            ThrowStatementSyntax statement => [Edit.Remove(statement)],
            ExpressionStatementSyntax statement when IsGuard(statement.Call()) =>
            [
                Edit.Remove(statement),
            ],
            _ => [],
        };
    }

    /// <summary>A call such as <c>ArgumentOutOfRangeException.ThrowIfNegative(count)</c>.</summary>
    private static bool IsGuard(InvocationExpressionSyntax? call) =>
        call?.MethodName()?.Text.StartsWith("ThrowIf", StringComparison.Ordinal) is true
        && call.Receiver()?.ToString().EndsWith("Exception", StringComparison.Ordinal) is true;
}
