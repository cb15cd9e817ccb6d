using Mono.Cecil;

namespace Katas.Harness.Explorer.Rewriting;

/// <summary>Finds assemblies in the folder of the one that is rewritten, beside this program, and in the running framework.</summary>
internal sealed class NearbyAssemblies : DefaultAssemblyResolver
{
    public NearbyAssemblies(string home)
    {
        foreach (var folder in GetSearchDirectories())
            RemoveSearchDirectory(folder);
        AddSearchDirectory(home);
        AddSearchDirectory(AppContext.BaseDirectory);
        AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
    }
}
