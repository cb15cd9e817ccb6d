using System.Diagnostics;
using System.Globalization;

namespace Katas.Harness.Grading.Sandbox;

/// <summary>How much a process may use, as the system and the runtime are told.</summary>
/// <param name="options">The limits.</param>
internal sealed class ProcessLimits(GraderOptions options)
{
    /// <summary>Address space that is written to, beyond the runtime's heap: stacks, code, native memory.</summary>
    private const long Overhead = 4L * 1024 * 1024 * 1024;
    private const int OpenFiles = 4096;

    /// <summary>How many bytes all of the temporary folder may have.</summary>
    public long TemporaryFiles => options.FileLimit;

    /// <summary>The program that sets limits, if the system has it.</summary>
    public static string? Program { get; } = SystemProgram.Find("prlimit");

    /// <summary>What to write before a command so that it runs within the limits; empty where nothing can set them.</summary>
    public IReadOnlyList<string> Command(bool countsThreads)
    {
        if (Program is null)
            return [];
        var seconds = Math.Max(1, (long)options.ProcessorLimit.TotalSeconds);
        List<string> command =
        [
            Program,
            "--core=0",
            Limit("cpu", seconds),
            Limit("fsize", options.FileLimit),
            Limit("nofile", OpenFiles),
            Limit("data", options.MemoryLimit + Overhead),
        ];
        if (countsThreads)
            command.Add(Limit("nproc", options.ThreadLimit));
        return command;
    }

    /// <summary>Tells the runtime.</summary>
    public void SetVariables(ProcessStartInfo program)
    {
        program.Environment["DOTNET_GCHeapHardLimit"] = options.MemoryLimit.ToString(
            "x",
            CultureInfo.InvariantCulture
        );
        // The runtime maps its code twice through a file of 2 GB, which would be too large.
        program.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        program.Environment["DOTNET_EnableDiagnostics"] = "0";
        program.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
    }

    private static string Limit(string name, long value) =>
        string.Create(CultureInfo.InvariantCulture, $"--{name}={value}");
}
