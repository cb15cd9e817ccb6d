using System.Diagnostics;

namespace Katas.Harness.Machines;

/// <summary>The <c>dotnet</c> that runs this program, and so has the runtime that programs built beside it need.</summary>
public static class DotnetHost
{
    /// <summary>
    /// Its full path: the one in the installation whose runtime this process uses or, where that has none, the one that the SDK names in
    /// <c>DOTNET_HOST_PATH</c>; failing both, <c>dotnet</c>, to be found in <c>PATH</c>.
    /// </summary>
    public static string Path { get; } = Find();

    /// <summary>How to start a program that was built for this runtime, with its console redirected as the caller likes.</summary>
    /// <param name="assembly">The full path of the program's dll, its <c>.runtimeconfig.json</c> beside it.</param>
    /// <param name="arguments">What the program is given.</param>
    /// <exception cref="FileNotFoundException">There is no such program.</exception>
    public static ProcessStartInfo StartInfo(string assembly, params IEnumerable<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (!IsProgram(assembly))
        {
            throw new FileNotFoundException(
                $"There is no program '{assembly}' with its .runtimeconfig.json beside it. Build again.",
                assembly
            );
        }
        return new ProcessStartInfo(Path, ["exec", assembly, .. arguments])
        {
            UseShellExecute = false,
            CreateNoWindow = true,
        };
    }

    /// <summary>
    /// Turns a child's diagnostics off, unless the environment says otherwise: with them on, every process leaves a socket in the temporary
    /// folder when it is killed.
    /// </summary>
    /// <param name="start">The child's.</param>
    public static void DisableDiagnostics(ProcessStartInfo start)
    {
        ArgumentNullException.ThrowIfNull(start);
        start.Environment.TryAdd("DOTNET_EnableDiagnostics", "0");
    }

    /// <summary>
    /// Removes what a build or a test run around this process has put into the environment, so that it does not change what a child builds
    /// or runs.
    /// </summary>
    /// <param name="start">The child's.</param>
    public static void RemoveBuildVariables(ProcessStartInfo start)
    {
        ArgumentNullException.ThrowIfNull(start);
        var names = start.Environment.Keys.Where(name =>
            name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("CORECLR_", StringComparison.OrdinalIgnoreCase)
        );
        foreach (var name in names.ToList())
            start.Environment.Remove(name);
    }

    private static bool IsProgram(string path) =>
        File.Exists(path)
        && File.Exists(System.IO.Path.ChangeExtension(path, ".runtimeconfig.json"));

    private static string Find()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var runtime = System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string?[] candidates =
        [
            System.IO.Path.GetFullPath(System.IO.Path.Combine(runtime, "..", "..", "..", name)),
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH"),
        ];
        return candidates.FirstOrDefault(File.Exists) ?? name;
    }
}
