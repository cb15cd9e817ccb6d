using Mono.Cecil;

namespace Katas.Harness.Engine.Impact;

/// <summary>Knows the assemblies that it is given; of others it says that it does not, and nothing of them is looked up.</summary>
internal sealed class GivenAssemblies(params IReadOnlyList<AssemblyDefinition> assemblies)
    : IAssemblyResolver
{
    public AssemblyDefinition? Resolve(AssemblyNameReference name) =>
        assemblies.FirstOrDefault(assembly => assembly.Name.Name == name.Name);

    public AssemblyDefinition? Resolve(AssemblyNameReference name, ReaderParameters parameters) =>
        Resolve(name);

    public void Dispose() { }
}
