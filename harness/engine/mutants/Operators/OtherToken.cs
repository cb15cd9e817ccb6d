using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>Another token of the method is passed on or asked.</summary>
internal sealed class OtherToken : IMutationOperator
{
    public string Name => "other-token";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        if (
            node is not ExpressionSyntax expression
            || node.Parent is not (ArgumentSyntax or MemberAccessExpressionSyntax)
            || !model.Is(expression, nameof(CancellationToken))
        )
            return [];
        return Tokens(node, model)
            .Where(other => other != expression.ToString())
            .Distinct(StringComparer.Ordinal)
            .Select(other => Edit.Replace(expression, other));
    }

    /// <summary>The tokens that the member around a node has as parameters or uses.</summary>
    private static IEnumerable<string> Tokens(SyntaxNode node, SemanticModel model) =>
        node.Member()
            ?.DescendantNodes()
            .Select(other =>
                other switch
                {
                    ParameterSyntax parameter
                        when (model.GetDeclaredSymbol(parameter) as IParameterSymbol)?.Type.Is(
                            nameof(CancellationToken)
                        )
                            is true => parameter.Identifier.Text,
                    IdentifierNameSyntax { Parent: ArgumentSyntax } name
                        when model.Is(name, nameof(CancellationToken)) => name.ToString(),
                    MemberAccessExpressionSyntax { Name.Identifier.Text: "Token" } member =>
                        member.ToString(),
                    _ => null,
                }
            )
            .OfType<string>()
        ?? [];
}
