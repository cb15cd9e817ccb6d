using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Grading.Rules;

/// <summary>What an answer may not declare, whatever it uses for it.</summary>
/// <param name="model">One file.</param>
/// <param name="taken">The names of types that the chapter's tests define or use.</param>
internal sealed class DeclarationRule(SemanticModel model, IReadOnlySet<string> taken)
{
    /// <summary>Whose types nobody else may add to: a namesake could be taken for the original by a reader, a compiler or a runtime.</summary>
    private static readonly string[] TakenNamespaces =
    [
        "System",
        "Microsoft",
        "NUnit",
        "Katas.Harness",
        "VerifyNUnit",
        "VerifyTests",
    ];

    /// <summary>By these a value tells a test what it is equal to.</summary>
    private static readonly string[] ComparingInterfaces =
    [
        "System.IComparable",
        "System.IEquatable",
        "System.Collections.IStructuralComparable",
        "System.Collections.IStructuralEquatable",
    ];

    private static readonly string[] ComparingMembers =
    [
        nameof(Equals),
        nameof(GetHashCode),
        nameof(IComparable.CompareTo),
        WellKnownMemberNames.EqualityOperatorName,
        WellKnownMemberNames.InequalityOperatorName,
    ];

    /// <summary>The complaints, each with the place.</summary>
    public IEnumerable<(string Complaint, SyntaxNode Place)> Check()
    {
        foreach (var node in model.SyntaxTree.GetRoot().DescendantNodes(descendIntoTrivia: true))
        {
            var complaint = node switch
            {
                LineOrSpanDirectiveTriviaSyntax => "#line",
                PragmaChecksumDirectiveTriviaSyntax => "#pragma checksum",
                BaseTypeDeclarationSyntax or DelegateDeclarationSyntax => OfType(
                    (INamedTypeSymbol)model.GetDeclaredSymbol(node)!
                ),
                BaseMethodDeclarationSyntax method => OfMethod(method),
                RefTypeExpressionSyntax or RefValueExpressionSyntax or MakeRefExpressionSyntax =>
                    "System.TypedReference",
                _ => null,
            };
            if (complaint is not null)
                yield return (complaint, node);
        }
    }

    private string? OfType(INamedTypeSymbol type)
    {
        var name = AllowedApi.NameOf(type);
        if (TakenNamespaces.Any(space => name.StartsWith(space + '.', StringComparison.Ordinal)))
            return $"the name {name}";
        if (type.ContainingType is null && taken.Contains(type.Name))
            return $"the name {type.Name}";
        return Overlaps(type) ? "references that overlap" : ForeignComparison(type);
    }

    private string? OfMethod(BaseMethodDeclarationSyntax declaration)
    {
        if (declaration.Modifiers.Any(SyntaxKind.ExternKeyword))
            return "extern";
        var method = (IMethodSymbol)model.GetDeclaredSymbol(declaration)!;
        // A nested helper may be a key in a dictionary; what tests get to see is compared by its content.
        return
            method.ContainingType.DeclaredAccessibility == Accessibility.Public
            && ComparingMembers.Contains(method.Name)
            ? $"a {method.Name} of its own in {method.ContainingType.Name}"
            : null;
    }

    /// <summary>A type that says that it equals values of another type.</summary>
    private static string? ForeignComparison(INamedTypeSymbol type) =>
        type
            .Interfaces.Where(one =>
                ComparingInterfaces.Contains(AllowedApi.NameOf(one))
                && !one.TypeArguments.Any(argument =>
                    SymbolEqualityComparer.Default.Equals(argument, type)
                )
            )
            .Select(one => one.ToDisplayString())
            .FirstOrDefault();

    /// <summary>References that share their bytes let one object pass for another of any type.</summary>
    private static bool Overlaps(INamedTypeSymbol type)
    {
        var fields = type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic);
        return fields.Any(field =>
            !field.Type.IsUnmanagedType
            && field
                .GetAttributes()
                .Any(attribute => attribute.AttributeClass?.Name == "FieldOffsetAttribute")
        );
    }
}
