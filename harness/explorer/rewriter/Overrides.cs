using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>What the classes of a module override: a call on one of the framework's members may come to one of these, which is rewritten itself.</summary>
internal sealed class Overrides(ModuleDefinition module)
{
    private readonly HashSet<(string Name, int Parameters)> _names =
    [
        .. module
            .GetAllTypes()
            .SelectMany(type => type.Methods)
            .Where(method => method is { IsVirtual: true, IsNewSlot: false })
            .Select(method => (method.Name, method.Parameters.Count)),
    ];

    /// <summary>Whether a call on a member may come to one that overrides it.</summary>
    public bool MayBeOf(MethodReference callee) =>
        _names.Contains((callee.Name, callee.Parameters.Count));
}
