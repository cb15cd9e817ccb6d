using System.Reflection;
using System.Runtime.Loader;

namespace Katas.Harness.Explorer.Sites;

/// <summary>A field that rewritten code uses.</summary>
/// <param name="Assembly">The name of the assembly that declares it; empty for the one that uses it.</param>
/// <param name="Type">The full name of the type that declares it.</param>
/// <param name="Name">Its name in the assembly.</param>
internal sealed record Field(string Assembly, string Type, string Name)
{
    private const BindingFlags Any =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    /// <summary>An unknown field.</summary>
    public static readonly Field Unknown = new("", "", "?");

    /// <summary>Its name in the source: an auto-property's field has the property's, a captured variable its own.</summary>
    public string SourceName =>
        Name.StartsWith('<') && Name.IndexOf('>', StringComparison.Ordinal) is > 1 and var end
            ? Name[1..end]
            : Name;

    /// <summary>Whether it is a variable that a lambda shares with the method around it.</summary>
    public bool IsCaptured => Type.Contains("<>c__DisplayClass", StringComparison.Ordinal);

    /// <summary>The field itself, or <see langword="null"/> when it cannot be found.</summary>
    /// <param name="owner">The object it is in, or <see langword="null"/> when it is static.</param>
    /// <param name="assembly">The assembly that uses it.</param>
    public FieldInfo? Find(object? owner, Assembly assembly)
    {
        for (
            var type = owner?.GetType() ?? DeclaringAssembly(assembly).GetType(Type);
            type is not null;
            type = type.BaseType
        )
        {
            if (Open(type) == Type && type.GetField(Name, Any) is { } field)
                return field.DeclaringType!.ContainsGenericParameters ? null : field;
        }
        return null;
    }

    /// <summary>The static field of a type, or <see langword="null"/> when it cannot be found.</summary>
    public FieldInfo? FindIn(Type type) => type.GetField(Name, Any);

    private Assembly DeclaringAssembly(Assembly user) =>
        Assembly.Length == 0
            ? user
            : AssemblyLoadContext.GetLoadContext(user)!.LoadFromAssemblyName(new(Assembly));

    private static string? Open(Type type) =>
        (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName;
}
