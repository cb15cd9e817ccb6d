using System.Reflection;
using System.Runtime.Loader;

namespace Katas.Harness.Engine.Host;

/// <summary>
/// Loads the assemblies that belong to one run from its folder. All others are shared by the runs of this process: NUnit, the harness and
/// the packages of the tests are compiled once.
/// </summary>
internal sealed class RunLoadContext : AssemblyLoadContext
{
    private static readonly string? Received = Environment.GetEnvironmentVariable(
        HostRequest.ReceivedVariable
    );
    private static string? s_shared;

    private readonly string _folder;
    private readonly IReadOnlyList<string> _own;

    private RunLoadContext(string folder, IReadOnlyList<string> own)
        : base("run") => (_folder, _own) = (folder, own);

    /// <summary>Loads a test assembly, and makes its folder the one that this program seems to lie in, as under <c>dotnet test</c>.</summary>
    public static Assembly Load(HostRequest request)
    {
        var folder = Path.GetDirectoryName(request.Assembly)!;
        Environment.CurrentDirectory = folder;
        // Snapshots that do not match stay with the run, too, unless who started this program has another place for them.
        Environment.SetEnvironmentVariable(HostRequest.ReceivedVariable, Received ?? folder);
        AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", folder + Path.DirectorySeparatorChar);
        if (s_shared is null)
            Default.Resolving += FindShared;
        s_shared = request.Shared;
        return new RunLoadContext(folder, request.Own).LoadFromAssemblyPath(request.Assembly);
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        _own.Contains(assemblyName.Name, StringComparer.Ordinal)
            ? LoadFromAssemblyPath(Path.Combine(_folder, $"{assemblyName.Name}.dll"))
            : null;

    private static Assembly? FindShared(AssemblyLoadContext context, AssemblyName name)
    {
        var file = Path.Combine(s_shared!, name.CultureName ?? "", $"{name.Name}.dll");
        return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
    }
}
