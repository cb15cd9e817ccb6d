using System.Diagnostics;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Katas.WhoAmI;

/// <summary>
/// Reads compiled code to find what it uses. Running it does not show that: another program is gone before anybody can look, and two numbers may
/// happen to be the same.
/// </summary>
internal static class UsedMembers
{
    /// <summary>The members of <see cref="Process"/> that start a program, and those of <see cref="ProcessStartInfo"/>, that an assembly uses.</summary>
    public static IReadOnlyList<string> ThatStartPrograms(Assembly assembly) =>
        [
            .. In(assembly)
                .Where(used =>
                    used.StartsWith($"{nameof(ProcessStartInfo)}.", StringComparison.Ordinal)
                    || used == $"{nameof(Process)}.{nameof(Process.Start)}"
                ),
        ];

    /// <summary>The members of other assemblies' types that an assembly uses, as <c>Type.Member</c>.</summary>
    public static IReadOnlyList<string> In(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata
                .MemberReferences.Select(metadata.GetMemberReference)
                .Where(member => member.Parent.Kind == HandleKind.TypeReference)
                .Select(member =>
                    $"{TypeName(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}"
                ),
        ];
    }

    private static string TypeName(MetadataReader metadata, TypeReferenceHandle type) =>
        metadata.GetString(metadata.GetTypeReference(type).Name);
}
