using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Engine;

/// <summary>
/// Whether a chapter has the types that its tests are compiled against. NUnit passes over a test class whose attributes name a type that is not
/// there, and a chapter that lacks a whole kata would be green.
/// </summary>
internal static class TypeFit
{
    /// <summary>Why the tests cannot run, or <see langword="null"/>.</summary>
    /// <param name="chapter">The chapter, compiled without errors.</param>
    /// <param name="testAssembly">The path of its tests.</param>
    public static RunError? Check(CompiledChapter chapter, string testAssembly)
    {
        using var own = new PEReader([.. chapter.Assembly.Span]);
        var there = Defined(own.GetMetadataReader()).ToHashSet(StringComparer.Ordinal);
        using var file = File.OpenRead(testAssembly);
        using var tests = new PEReader(file);
        var missing = Referenced(tests.GetMetadataReader(), chapter.Name)
            .Where(type => !there.Contains(type))
            .Order(StringComparer.Ordinal)
            .ToList();
        return missing.Count == 0
            ? null
            : new(
                "does not fit its tests",
                $"They need {string.Join(" and ", missing)}, and there is no such type. Was it renamed, or is its file missing?"
            );
    }

    private static IEnumerable<string> Defined(MetadataReader reader) =>
        reader.TypeDefinitions.Select(handle => NameOf(reader, handle));

    private static IEnumerable<string> Referenced(MetadataReader reader, string assembly) =>
        reader
            .TypeReferences.Where(handle => AssemblyOf(reader, handle) == assembly)
            .Select(handle => NameOf(reader, handle));

    private static string NameOf(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = reader.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? $"{NameOf(reader, outer)}.{name}"
            : Full(reader.GetString(type.Namespace), name);
    }

    private static string NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(reader, (TypeReferenceHandle)type.ResolutionScope)}.{name}"
            : Full(reader.GetString(type.Namespace), name);
    }

    /// <summary>The assembly in which a type, or the one around it, is to be found.</summary>
    private static string? AssemblyOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => AssemblyOf(reader, (TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => reader.GetString(
                reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name
            ),
            _ => null,
        };
    }

    private static string Full(string space, string name) =>
        space.Length == 0 ? name : $"{space}.{name}";
}
