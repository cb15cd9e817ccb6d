using Mono.Cecil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>Finds assemblies beside the one that is rewritten or in the folder that is given, beside this program, and in the running framework.</summary>
internal sealed class NearbyAssemblies : DefaultAssemblyResolver
{
    public NearbyAssemblies(string assembly, string? home)
    {
        foreach (var folder in GetSearchDirectories())
            RemoveSearchDirectory(folder);
        AddSearchDirectory(home ?? Path.GetDirectoryName(Path.GetFullPath(assembly))!);
        AddSearchDirectory(AppContext.BaseDirectory);
        AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
    }
}
