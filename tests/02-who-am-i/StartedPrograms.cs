using System.Diagnostics;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Katas.WhoAmI;

/// <summary>
/// Reads compiled code to find what starts other programs. Running it does not show that: such a program is gone before anybody can look.
/// </summary>
internal static class StartedPrograms
{
    /// <summary>The members of <see cref="Process"/> that start a program, and those of <see cref="ProcessStartInfo"/>, that an assembly uses.</summary>
    public static IReadOnlyList<string> NamesIn(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata
                .MemberReferences.Select(metadata.GetMemberReference)
                .Where(member => member.Parent.Kind == HandleKind.TypeReference)
                .Select(member =>
                    (
                        Type: TypeName(metadata, (TypeReferenceHandle)member.Parent),
                        Member: metadata.GetString(member.Name)
                    )
                )
                .Where(used =>
                    used.Type == nameof(ProcessStartInfo)
                    || (used.Type == nameof(Process) && used.Member == nameof(Process.Start))
                )
                .Select(used => $"{used.Type}.{used.Member}"),
        ];
    }

    private static string TypeName(MetadataReader metadata, TypeReferenceHandle type) =>
        metadata.GetString(metadata.GetTypeReference(type).Name);
}
