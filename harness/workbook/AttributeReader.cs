using System.Reflection.Metadata;

namespace Katas.Harness.Workbook;

/// <summary>Reads <c>[AssemblyMetadata]</c> and <c>[Kata]</c> from an assembly that is not loaded.</summary>
internal static class AttributeReader
{
    /// <summary>A test class with a <c>[Kata]</c> attribute.</summary>
    /// <param name="Fixture">The full name of the test class.</param>
    /// <param name="Order">The kata's place in the lesson, from 1.</param>
    /// <param name="Type">The full name of the type that the learner writes.</param>
    /// <param name="Member">The member of that type, or <see langword="null"/> for the whole type.</param>
    /// <param name="Methods">The methods of the test class, in the order of its source.</param>
    public sealed record KataFixture(
        string Fixture,
        int Order,
        string Type,
        string? Member,
        IReadOnlyList<string> Methods
    );

    /// <summary>The assembly's <c>[AssemblyMetadata(key, value)]</c> pairs.</summary>
    public static Dictionary<string, string> AssemblyMetadata(MetadataReader reader)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var handle in reader.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = reader.GetCustomAttribute(handle);
            if (NameOf(reader, attribute) != "AssemblyMetadataAttribute")
                continue;
            var value = attribute.DecodeValue(TypeNames.Instance);
            if (value.FixedArguments is [{ Value: string key }, { Value: string text }])
                pairs[key] = text;
        }
        return pairs;
    }

    /// <summary>The test classes with a <c>[Kata]</c> attribute.</summary>
    public static IEnumerable<KataFixture> KataFixtures(MetadataReader reader)
    {
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            foreach (var attributeHandle in type.GetCustomAttributes())
            {
                var attribute = reader.GetCustomAttribute(attributeHandle);
                if (NameOf(reader, attribute) != "KataAttribute")
                    continue;
                var arguments = attribute.DecodeValue(TypeNames.Instance).FixedArguments;
                if (
                    arguments
                    is [{ Value: int order }, { Value: string target }, { Value: var member }]
                )
                {
                    yield return new KataFixture(
                        TypeNames.FullName(reader, handle),
                        order,
                        target.Split(',')[0],
                        member as string,
                        [
                            .. type.GetMethods()
                                .Select(method =>
                                    reader.GetString(reader.GetMethodDefinition(method).Name)
                                ),
                        ]
                    );
                }
            }
        }
    }

    private static string NameOf(MetadataReader reader, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
            return "";
        var constructor = reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor);
        return constructor.Parent.Kind == HandleKind.TypeReference
            ? reader.GetString(
                reader.GetTypeReference((TypeReferenceHandle)constructor.Parent).Name
            )
            : "";
    }
}
