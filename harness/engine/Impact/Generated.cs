using System.Collections.Frozen;
using Mono.Cecil;

namespace Katas.Harness.Engine.Impact;

/// <summary>
/// What the C# compiler adds to a method: closures, state machines, local functions. Their names hold ordinals, which change when another
/// member comes or goes; so they are known by their content.
/// </summary>
internal static class Generated
{
    /// <summary>No member.</summary>
    public static readonly IReadOnlySet<string> Nothing = FrozenSet<string>.Empty;

    private static readonly FrozenSet<string> Caches = FrozenSet.Create(
        StringComparer.Ordinal,
        "<>c",
        "<>O"
    );

    /// <summary>Whether a type belongs to the method that uses it.</summary>
    public static bool IsPartOfMethod(TypeReference type) =>
        (type.Name.StartsWith('<') && type.Name is not "<Module>" && !IsData(type))
        || (type.DeclaringType is { } outer && IsPartOfMethod(outer));

    /// <summary>Whether a method belongs to the method that uses it.</summary>
    public static bool IsPartOfMethod(MethodReference method) =>
        method.Name.StartsWith('<') && method.Name.Contains('_') && !IsEntryPoint(method);

    /// <summary>Whether a type holds the delegates of a whole class, which are part of the methods that make them, each for itself.</summary>
    public static bool IsDelegateCache(TypeReference type) => Caches.Contains(type.Name);

    // The names of its fields are made of their content.
    private static bool IsData(TypeReference type) =>
        type.Name.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal);

    private static bool IsEntryPoint(MethodReference method) => method.Name is "<Main>$";
}
