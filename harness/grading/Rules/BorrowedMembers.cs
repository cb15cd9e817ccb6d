using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Grading.Rules;

/// <summary>
/// Members of a framework class that become those of an interface, because a type has the one for its base and says that it has the other: who calls
/// the interface's calls them, and no name of theirs is written.
/// </summary>
internal static class BorrowedMembers
{
    /// <summary>The members that the types of one file borrow, each with the type.</summary>
    public static IEnumerable<(ISymbol Member, SyntaxNode Place)> In(SemanticModel model) =>
        model
            .SyntaxTree.GetRoot()
            .DescendantNodes()
            .OfType<TypeDeclarationSyntax>()
            .Where(node => node is not InterfaceDeclarationSyntax)
            .SelectMany(node =>
                Of(model.GetDeclaredSymbol(node)!).Select(member => (member, (SyntaxNode)node))
            );

    private static IEnumerable<ISymbol> Of(INamedTypeSymbol type) =>
        type
            .AllInterfaces.Where(one => IsOf(one, type))
            .SelectMany(one => one.GetMembers())
            .Select(type.FindImplementationForInterfaceMember)
            .OfType<ISymbol>()
            .Where(member => !IsOf(member, type))
            .Select(member => member.OriginalDefinition);

    private static bool IsOf(ISymbol symbol, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, type.ContainingAssembly);
}
