using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Katas.Harness.DotnetTest;

/// <summary>One run of vstest, followed through what its logger and its test hosts write down, and ended when nothing is heard of it any more.</summary>
/// <param name="ExitCode">vstest's own exit code; -1 when it was ended here.</param>
/// <param name="Results">The tests that ended, in that order.</param>
/// <param name="Journal">What the test hosts wrote down.</param>
/// <param name="Output">What vstest printed, unless it went to the console.</param>
/// <param name="WasSilent">Whether the run was ended because nothing was heard of it.</param>
internal sealed record VSTestCall(
    int ExitCode,
    IReadOnlyList<TestResult> Results,
    Journal Journal,
    string Output,
    bool WasSilent
)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs vstest to its end.</summary>
    /// <param name="arguments">Its command line.</param>
    /// <param name="silence">How long nothing may be heard of it.</param>
    /// <param name="showOutput">Whether what it prints goes to the console.</param>
    /// <param name="lostKatas">The katas that have ended a test host before, and whose tests are not run again.</param>
    public static VSTestCall Run(
        IEnumerable<string> arguments,
        TimeSpan silence,
        bool showOutput,
        IEnumerable<string> lostKatas
    )
    {
        var folder = Directory.CreateTempSubdirectory("katas-").FullName;
        try
        {
            var events = Path.Combine(folder, "results.events");
            using var process = Start(arguments, folder, events, showOutput, lostKatas);
            var output = Collect(process, showOutput);
            var wasSilent = !WaitForEnd(process, folder, silence);
            if (wasSilent)
                process.Kill(entireProcessTree: true);
            process.WaitForExit();
            return new(
                wasSilent ? -1 : process.ExitCode,
                ReadResults(events),
                Journal.Read(folder),
                output.ToString(),
                wasSilent
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Process Start(
        IEnumerable<string> arguments,
        string folder,
        string events,
        bool showOutput,
        IEnumerable<string> lostKatas
    )
    {
        var start = VSTestConsole.StartInfo([
            $"--testAdapterPath:{AppContext.BaseDirectory}",
            $"--logger:katas;Events={events}",
            .. showOutput ? [] : (string[])["--logger:Console;Verbosity=quiet"],
            .. arguments,
        ]);
        start.RedirectStandardOutput = !showOutput;
        start.RedirectStandardError = !showOutput;
        start.Environment["KATAS_JOURNAL"] = folder;
        // A test host lives for a second: the time to profile and compile again does not come back.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["KATAS_LOST"] = string.Join(';', lostKatas);
        return Process.Start(start)!;
    }

    private static StringBuilder Collect(Process process, bool showOutput)
    {
        var output = new StringBuilder();
        if (showOutput)
            return output;
        process.OutputDataReceived += Append;
        process.ErrorDataReceived += Append;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return output;

        void Append(object sender, DataReceivedEventArgs e)
        {
            const int Enough = 1_000_000;
            lock (output)
            {
                if (e.Data is not null && output.Length < Enough)
                    output.AppendLine(e.Data);
            }
        }
    }

    private static bool WaitForEnd(Process process, string folder, TimeSpan silence)
    {
        var heard = SizeOf(folder);
        var since = Stopwatch.GetTimestamp();
        while (!process.WaitForExit(Poll))
        {
            var now = SizeOf(folder);
            if (now != heard)
                (heard, since) = (now, Stopwatch.GetTimestamp());
            else if (Stopwatch.GetElapsedTime(since) > silence)
                return false;
        }
        return true;
    }

    private static long SizeOf(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);

    private static List<TestResult> ReadResults(string events) =>
        File.Exists(events)
            ?
            [
                .. File.ReadLines(events)
                    .Select(line => JsonSerializer.Deserialize<TestResult>(line)!),
            ]
            : [];
}
