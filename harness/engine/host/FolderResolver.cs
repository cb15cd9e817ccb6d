using System.Reflection;
using System.Runtime.Loader;

namespace Katas.Harness.Engine.Host;

/// <summary>Makes the folder of the test assembly the one this program seems to stand in, as under <c>dotnet test</c>.</summary>
internal static class FolderResolver
{
    public static void Install(string folder)
    {
        Environment.CurrentDirectory = folder;
        // Snapshots that do not match stay with the run, too.
        Environment.SetEnvironmentVariable("KATAS_RECEIVED", folder);
        AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", folder + Path.DirectorySeparatorChar);
        AssemblyLoadContext.Default.Resolving += (context, name) => Find(context, folder, name);
    }

    private static Assembly? Find(AssemblyLoadContext context, string folder, AssemblyName name)
    {
        var file = Path.Combine(folder, name.CultureName ?? "", $"{name.Name}.dll");
        return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
    }
}
