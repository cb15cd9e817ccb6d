using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Katas.Harness.Grading.Rules;

/// <summary>
/// The names that a chapter's tests define, and those that they use of NUnit and of the harness: an answer that bears one could stand in its
/// place wherever tests and answer are compiled together.
/// </summary>
internal static class TakenNames
{
    private static readonly string[] Owners =
    [
        "NUnit.",
        "Katas.Harness.",
        "VerifyNUnit",
        "VerifyTests",
    ];

    /// <summary>Reads the names from the assemblies, without loading them.</summary>
    /// <param name="tests">The chapter's test assembly.</param>
    /// <param name="reference">The assembly of the chapter's solution, whose types every answer has.</param>
    public static IReadOnlySet<string> Read(string tests, string reference)
    {
        using var pe = new PEReader(File.OpenRead(tests));
        var reader = pe.GetMetadataReader();
        var used = reader
            .TypeReferences.Select(handle => reader.GetTypeReference(handle))
            .Where(type =>
                Owners.Any(owner =>
                    reader.GetString(type.Namespace).StartsWith(owner, StringComparison.Ordinal)
                )
            )
            .Select(type => reader.GetString(type.Name));
        var names = Defined(reader)
            .Concat(used)
            .Select(WithoutArity)
            .ToHashSet(StringComparer.Ordinal);
        using var own = new PEReader(File.OpenRead(reference));
        names.ExceptWith(Defined(own.GetMetadataReader()).Select(WithoutArity));
        return names;
    }

    private static IEnumerable<string> Defined(MetadataReader reader) =>
        reader
            .TypeDefinitions.Select(reader.GetTypeDefinition)
            .Where(type => type.GetDeclaringType().IsNil)
            .Select(type => reader.GetString(type.Name));

    private static string WithoutArity(string name) => name.Split('`')[0];
}
