using System.Diagnostics;

namespace Katas.Harness.Cli;

/// <summary>Runs another program and waits for it.</summary>
internal static class ChildProgram
{
    /// <param name="program">The program, for example <c>dotnet</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Its working folder.</param>
    /// <param name="isQuiet">Whether its output is dropped.</param>
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
