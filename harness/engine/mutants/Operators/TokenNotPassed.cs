using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>A token is not passed on.</summary>
internal sealed class TokenNotPassed : IMutationOperator
{
    public string Name => "token-not-passed";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        return
            node is ArgumentSyntax argument
            && model.Is(argument.Expression, nameof(CancellationToken))
            && !IsNone(argument.Expression)
            ? [Edit.Replace(argument.Expression, "System.Threading.CancellationToken.None")]
            : [];
    }

    private static bool IsNone(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax or DefaultExpressionSyntax
        || expression.ToString().EndsWith("CancellationToken.None", StringComparison.Ordinal);
}
