using Microsoft.CodeAnalysis;

namespace Katas.Harness.Grading.Rules;

/// <summary>The ways in which a value tells a test what it is equal to.</summary>
internal static class Comparison
{
    private static readonly string[] Interfaces =
    [
        "System.IComparable",
        "System.IEquatable",
        "System.Collections.IStructuralComparable",
        "System.Collections.IStructuralEquatable",
    ];

    private static readonly string[] Members =
    [
        nameof(Equals),
        nameof(GetHashCode),
        nameof(IComparable.CompareTo),
        WellKnownMemberNames.EqualityOperatorName,
        WellKnownMemberNames.InequalityOperatorName,
    ];

    /// <summary>Whether an interface is one by which values compare, of their own type or of another.</summary>
    public static bool Compares(INamedTypeSymbol one) =>
        Interfaces.Contains(AllowedApi.NameOf(one));

    /// <summary>Whether an interface decides what its values are equal to: it compares, or it makes them collections, whose items are compared.</summary>
    public static bool Decides(INamedTypeSymbol one) =>
        Compares(one)
        || one.ContainingNamespace.ToDisplayString()
            is "System.Collections"
                or "System.Collections.Generic";

    /// <summary>The name of the comparison that a method is, whether it is written under that name or under its interface's; <see langword="null"/> when it is none.</summary>
    public static string? Of(IMethodSymbol method) =>
        method
            .ExplicitInterfaceImplementations.Select(one => one.Name)
            .Prepend(method.Name)
            .FirstOrDefault(Members.Contains);

    /// <summary>Whether a value of a type may compare by a method of its own: it is a helper that a test can take for nothing that it knows.</summary>
    public static bool IsFree(IMethodSymbol method) =>
        method.ContainingType is var type
        && type.DeclaredAccessibility != Accessibility.Public
        && (
            ComparesOthers(method)
            || type.BaseType?.SpecialType
                is SpecialType.System_Object
                    or SpecialType.System_ValueType
                && type.AllInterfaces.All(Compares)
        );

    /// <summary>An <c>IEqualityComparer</c> compares two other values.</summary>
    private static bool ComparesOthers(IMethodSymbol method) =>
        method.MethodKind != MethodKind.UserDefinedOperator
        && method.Parameters.Length == (Of(method) == nameof(GetHashCode) ? 1 : 2);
}
