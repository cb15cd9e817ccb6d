using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Katas.Harness.Fixtures;
using Katas.Harness.Machines;
using Katas.Harness.Workbook;

namespace Katas.Harness.DotnetTest;

/// <summary>A run of <c>dotnet test</c> over the whole workbook, as a user starts it.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Results">Its results folder.</param>
internal sealed record DotnetTestRun(int ExitCode, string Output, string Results)
{
    public static DotnetTestRun Run(WorkbookPaths paths, string against, string results)
    {
        var start = new ProcessStartInfo(
            DotnetHost.Path,
            ["test", paths.SolutionPath, $"-p:Against={against}", "--results-directory", results]
        )
        {
            WorkingDirectory = paths.Root,
            RedirectStandardOutput = true,
        };
        TerminalRun.Isolate(start);
        // What its snapshots receive does not belong beside the tests of this workbook.
        start.Environment["KATAS_RECEIVED"] = Directory.CreateDirectory(results).FullName;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, results);
    }

    /// <summary>A short name that is the same in every run.</summary>
    public static string StableName(string text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];

    public static string ReadIfThere(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
