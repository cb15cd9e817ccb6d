using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Grading.Rules;

/// <summary>
/// Every type and member that source code uses, however it comes to them: by name, alias, <c>using static</c>, as an extension method, as an
/// attribute, or as the type of an expression that nobody names.
/// </summary>
internal static class SymbolUses
{
    /// <summary>The uses in one file, each with the place; what the file declares itself is among them.</summary>
    public static IEnumerable<(ISymbol Symbol, SyntaxNode Place)> In(SemanticModel model)
    {
        // A using that nothing needs does no harm, and what it brings in is seen where it is used.
        var nodes = model
            .SyntaxTree.GetRoot()
            .DescendantNodes(node => node is not UsingDirectiveSyntax);
        return nodes.SelectMany(node => Of(model, node).Select(symbol => (symbol, node)));
    }

    private static IEnumerable<ISymbol> Of(SemanticModel model, SyntaxNode node)
    {
        if (IsName(model, node))
            yield break;
        var info = model.GetSymbolInfo(node);
        foreach (var symbol in info.Symbol is { } only ? [only] : info.CandidateSymbols)
        {
            foreach (var part in Parts(symbol))
                yield return part;
        }
        if (node is not ExpressionSyntax)
            yield break;
        var type = model.GetTypeInfo(node);
        foreach (var part in Parts(type.Type).Concat(Parts(type.ConvertedType)))
            yield return part;
    }

    /// <summary>A name for something, not a use of it: the argument of <c>nameof</c>, which is a constant; a method of that name gives none.</summary>
    private static bool IsName(SemanticModel model, SyntaxNode node) =>
        node.FirstAncestorOrSelf<ArgumentSyntax>()
            is {
                Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax } call
            }
        && model.GetConstantValue(call).HasValue;

    /// <summary>A symbol taken apart: the types in an array, a generic type, a tuple; the type of what has no name of its own.</summary>
    private static IEnumerable<ISymbol> Parts(ISymbol? symbol) =>
        symbol switch
        {
            null or INamespaceSymbol or ITypeParameterSymbol or IErrorTypeSymbol => [],
            IAliasSymbol alias => Parts(alias.Target),
            IArrayTypeSymbol array => Parts(array.ElementType),
            INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.SelectMany(
                element => Parts(element.Type)
            ),
            INamedTypeSymbol { IsAnonymousType: true } => [],
            INamedTypeSymbol type => type
                .TypeArguments.SelectMany(Parts)
                .Prepend(type.OriginalDefinition),
            // Pointers, function pointers, dynamic.
            ITypeSymbol type => [type],
            IMethodSymbol method => method
                .TypeArguments.SelectMany(Parts)
                .Prepend((method.ReducedFrom ?? method).OriginalDefinition),
            IPropertySymbol or IFieldSymbol or IEventSymbol => [symbol.OriginalDefinition],
            _ => [],
        };
}
