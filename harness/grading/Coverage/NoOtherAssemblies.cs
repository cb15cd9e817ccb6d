using Mono.Cecil;

namespace Katas.Harness.Grading.Coverage;

/// <summary>Knows no assembly, so that only what is in a module itself is ever followed.</summary>
internal sealed class NoOtherAssemblies : IAssemblyResolver
{
    public AssemblyDefinition? Resolve(AssemblyNameReference name) => null;

    public AssemblyDefinition? Resolve(AssemblyNameReference name, ReaderParameters parameters) =>
        null;

    public void Dispose() { }
}
