using System.Diagnostics;

namespace Katas.Harness.Cli;

/// <summary>Runs a program of the SDK to its end.</summary>
internal static class ChildProgram
{
    /// <returns>The program's exit code.</returns>
    public static int Run(
        string program,
        IEnumerable<string> arguments,
        string folder,
        bool isQuiet
    )
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = isQuiet,
            }
        )!;
        if (isQuiet)
            process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
