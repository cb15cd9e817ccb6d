using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Katas.Harness.Engine.Verifier;

/// <summary>A type or member that a test can see.</summary>
/// <param name="Id">The compiler's name for it in documentation.</param>
/// <param name="Signature">Everything that a caller can rely on.</param>
/// <param name="Documentation">Its documentation comment, without line breaks.</param>
internal sealed partial record PublicMember(string Id, string Signature, string Documentation)
{
    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat
        .FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)
        .WithMemberOptions(
            SymbolDisplayMemberOptions.IncludeAccessibility
                | SymbolDisplayMemberOptions.IncludeConstantValue
                | SymbolDisplayMemberOptions.IncludeContainingType
                | SymbolDisplayMemberOptions.IncludeModifiers
                | SymbolDisplayMemberOptions.IncludeParameters
                | SymbolDisplayMemberOptions.IncludeRef
                | SymbolDisplayMemberOptions.IncludeType
        )
        .WithParameterOptions(
            SymbolDisplayParameterOptions.IncludeDefaultValue
                | SymbolDisplayParameterOptions.IncludeModifiers
                | SymbolDisplayParameterOptions.IncludeName
                | SymbolDisplayParameterOptions.IncludeParamsRefOut
                | SymbolDisplayParameterOptions.IncludeType
        )
        .WithGenericsOptions(
            SymbolDisplayGenericsOptions.IncludeTypeParameters
                | SymbolDisplayGenericsOptions.IncludeTypeConstraints
                | SymbolDisplayGenericsOptions.IncludeVariance
        )
        .WithMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.UseSpecialTypes
                | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
        )
        .WithKindOptions(
            SymbolDisplayKindOptions.IncludeTypeKeyword
                | SymbolDisplayKindOptions.IncludeMemberKeyword
        );

    public static IEnumerable<PublicMember> Of(IAssemblySymbol assembly) =>
        Types(assembly.GlobalNamespace)
            .Where(IsVisible)
            .SelectMany(type => type.GetMembers().Where(IsOwn).Prepend(type))
            .Where(IsVisible)
            .Select(Describe);

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) =>
        container
            .GetMembers()
            .OfType<INamespaceOrTypeSymbol>()
            .SelectMany(member =>
                member is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(member)
            );

    /// <summary>Nested types are listed by themselves, accessors with their property.</summary>
    private static bool IsOwn(ISymbol symbol) =>
        !symbol.IsImplicitlyDeclared
        && symbol is not ITypeSymbol
        && symbol is not IMethodSymbol { AssociatedSymbol: not null };

    private static bool IsVisible(ISymbol symbol)
    {
        for (var at = symbol; at is not null and not INamespaceSymbol; at = at.ContainingSymbol)
        {
            if (
                at.DeclaredAccessibility
                is not (
                    Accessibility.Public
                    or Accessibility.Protected
                    or Accessibility.ProtectedOrInternal
                )
            )
            {
                return at is IModuleSymbol or IAssemblySymbol;
            }
        }
        return true;
    }

    private static PublicMember Describe(ISymbol symbol) =>
        new(
            symbol.GetDocumentationCommentId()!,
            symbol.ToDisplayString(Full) + Nature(symbol),
            Comment(symbol)
        );

    /// <summary>What the display of a symbol leaves out.</summary>
    private static string Nature(ISymbol symbol) =>
        symbol switch
        {
            INamedTypeSymbol type => string.Join(
                "",
                type.IsRecord ? " record" : "",
                type.IsSealed ? " sealed" : "",
                type.IsAbstract ? " abstract" : "",
                type.IsStatic ? " static" : "",
                " : ",
                string.Join(
                    ", ",
                    type.AllInterfaces.Select(face => face.ToDisplayString())
                        .Order(StringComparer.Ordinal)
                        .Prepend(type.BaseType?.ToDisplayString() ?? "")
                )
            ),
            IPropertySymbol property => string.Create(
                CultureInfo.InvariantCulture,
                $" {{{Accessor("get", property.GetMethod)}{Accessor(property.SetMethod?.IsInitOnly is true ? "init" : "set", property.SetMethod)} }}"
            ),
            _ => "",
        };

    private static string Accessor(string name, IMethodSymbol? accessor) =>
        accessor is null || !IsVisible(accessor) ? "" : $" {name};";

    /// <summary>The compiler's XML holds the comment's own line breaks and indentation, which mean nothing.</summary>
    private static string Comment(ISymbol symbol) =>
        Spaces().Replace(symbol.GetDocumentationCommentXml() ?? "", " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
