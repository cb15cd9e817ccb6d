using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>What the classes of a module override: a call on one of the framework's members may come to one of these, which is rewritten itself.</summary>
internal sealed class Overrides
{
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);
    private readonly HashSet<(string Name, int Parameters)> _names = [];
    private readonly HashSet<(string Name, int Parameters)> _namesOfGenerics = [];

    public Overrides(ModuleDefinition module)
    {
        foreach (
            var method in module
                .GetAllTypes()
                .SelectMany(type => type.Methods)
                .Where(method => method is { IsVirtual: true, IsNewSlot: false })
        )
        {
            var name = (method.Name, method.Parameters.Count);
            _names.Add(name);
            if (method.GetOriginalBaseMethod() is var original && original != method)
                _members.Add(original.FullName);
            else
                _namesOfGenerics.Add(name); // There the base has type parameters in the place of types.
        }
    }

    /// <summary>Whether a call on a member may come to one that overrides it.</summary>
    public bool MayBeOf(MethodReference callee)
    {
        var name = (callee.Name, callee.Parameters.Count);
        return callee.Resolve() is { } member
            && (
                _namesOfGenerics.Contains(name)
                || (
                    member.DeclaringType.IsInterface
                        ? _names.Contains(name)
                        : _members.Contains(member.GetOriginalBaseMethod().FullName)
                )
            );
    }
}
