using System.Diagnostics;
using System.Text;
using Katas.Worker;

namespace Katas.Harness.Processes;

/// <summary>Where the worker program is, and how it is started.</summary>
internal static class WorkerProgram
{
    /// <summary>Starts a worker that connects to a socket.</summary>
    /// <exception cref="FileNotFoundException">The worker program is not beside the harness.</exception>
    public static Process Start(string socketPath)
    {
        var start = new ProcessStartInfo(Host())
        {
            ArgumentList = { Find(), "--pool", socketPath },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        // With diagnostics on, every process leaves a socket in the temporary folder when it is killed.
        start.Environment.TryAdd("DOTNET_EnableDiagnostics", "0");
        var process = Process.Start(start)!;
        // A job that reads the console finds its end; what the pool says comes another way.
        process.StandardInput.Close();
        return process;
    }

    /// <summary>The <c>dotnet</c> that runs this program: it has the runtime that the worker needs.</summary>
    private static string Host()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string?[] candidates =
        [
            Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", name)),
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH"),
            Path.GetFileName(Environment.ProcessPath) == name ? Environment.ProcessPath : null,
        ];
        return candidates.FirstOrDefault(File.Exists) ?? name;
    }

    private static string Find()
    {
        const string file = "Katas.Worker.dll";
        string[] candidates =
        [
            typeof(FrameKind).Assembly.Location,
            Path.Combine(AppContext.BaseDirectory, file),
        ];
        return candidates.FirstOrDefault(IsProgram)
            ?? throw new FileNotFoundException(
                $"The worker program {file}, with its .runtimeconfig.json, is not beside the harness: looked at {string.Join(", ", candidates)}. Reference harness/processes and build again."
            );
    }

    private static bool IsProgram(string path) =>
        File.Exists(path) && File.Exists(Path.ChangeExtension(path, ".runtimeconfig.json"));
}
