using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace Katas.Harness.Jobs;

/// <summary>Loads a job's assembly and its dependencies as they were beside the program that submitted it.</summary>
internal sealed class JobLoadContext : AssemblyLoadContext
{
    private static readonly ConcurrentDictionary<string, JobLoadContext> Known = new(
        StringComparer.Ordinal
    );

    private readonly AssemblyDependencyResolver _resolver;
    private volatile IReadOnlyList<string> _folders;

    private JobLoadContext(string assembly)
        : base(Path.GetFileNameWithoutExtension(assembly))
    {
        _resolver = new AssemblyDependencyResolver(assembly);
        _folders = [];
        Main = LoadFromAssemblyPath(assembly);
    }

    /// <summary>The job's own assembly.</summary>
    public Assembly Main { get; }

    /// <summary>The context of an assembly; one for each path.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static JobLoadContext Of(string assembly, IReadOnlyList<string> folders)
    {
        if (!File.Exists(assembly))
        {
            throw new FileNotFoundException(
                $"The worker finds no assembly '{assembly}'. A worker needs the same files, at the same paths, as the program that submits the job.",
                assembly
            );
        }
        var context = Known.GetOrAdd(assembly, static path => new JobLoadContext(path));
        context._folders = folders;
        return context;
    }

    /// <summary>Finds a type by its full or assembly-qualified name; without an assembly it is the job's own.</summary>
    public Type TypeOf(string name) =>
        Type.GetType(
            name,
            LoadFromAssemblyName,
            (assembly, type, ignoreCase) =>
                (assembly ?? Main).GetType(type, throwOnError: true, ignoreCase),
            throwOnError: true
        )!;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == typeof(JobLoadContext).Assembly.GetName().Name)
            return typeof(JobLoadContext).Assembly;
        var path =
            _resolver.ResolveAssemblyToPath(assemblyName)
            ?? _folders
                .Select(folder => Path.Combine(folder, assemblyName.Name + ".dll"))
                .FirstOrDefault(File.Exists);
        return path is null ? null : LoadFromAssemblyPath(path);
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path
            ? LoadUnmanagedDllFromPath(path)
            : 0;
}
