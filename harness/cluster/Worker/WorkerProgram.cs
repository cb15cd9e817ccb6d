using System.Diagnostics;

namespace Katas.Harness.Cluster.Worker;

/// <summary>The worker program as a child of this one.</summary>
internal static class WorkerProgram
{
    /// <summary>The argument that makes the program one worker, which ends when its standard input does.</summary>
    public const string Member = "--member";

    private const string File = "Katas.Worker.dll";

    /// <summary>Starts one worker.</summary>
    /// <exception cref="FileNotFoundException">The worker program is not beside this one.</exception>
    public static Process Start(ClusterOptions options)
    {
        var start = new ProcessStartInfo(Host())
        {
            ArgumentList =
            {
                Find(),
                "--broker",
                options.Broker.AbsoluteUri,
                "--name",
                options.Name,
                Member,
            },
            RedirectStandardInput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // With diagnostics on, every process leaves a socket in the temporary folder when it is killed.
        start.Environment.TryAdd("DOTNET_EnableDiagnostics", "0");
        return Process.Start(start)!;
    }

    /// <summary>The <c>dotnet</c> that runs this program: it has the runtime that the worker needs.</summary>
    private static string Host()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var host = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", name));
        return System.IO.File.Exists(host) ? host : name;
    }

    private static string Find()
    {
        string[] folders =
        [
            Path.GetDirectoryName(typeof(WorkerProgram).Assembly.Location)!,
            AppContext.BaseDirectory,
        ];
        return folders.Select(folder => Path.Combine(folder, File)).FirstOrDefault(IsProgram)
            ?? throw new FileNotFoundException(
                $"The worker program {File}, with its .runtimeconfig.json, is not in {string.Join(" or ", folders.Distinct())}. Reference harness/worker and build again."
            );
    }

    private static bool IsProgram(string path) =>
        System.IO.File.Exists(path)
        && System.IO.File.Exists(Path.ChangeExtension(path, ".runtimeconfig.json"));
}
