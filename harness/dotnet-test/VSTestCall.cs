using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Katas.Harness.DotnetTest.TestLogger;
using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.DotnetTest;

/// <summary>One run of vstest, followed through what its logger and its test processes write down, and ended when it is silent for too long.</summary>
/// <param name="ExitCode">vstest's own exit code; -1 when it was ended here.</param>
/// <param name="Results">The tests that ended, in that order.</param>
/// <param name="Hosts">What the test processes wrote down.</param>
/// <param name="Flooded">The test processes that were ended because they wrote too much.</param>
/// <param name="Output">What vstest printed, unless it went to the console.</param>
/// <param name="WasSilent">Whether the run was ended because it was silent.</param>
internal sealed record VSTestCall(
    int ExitCode,
    IReadOnlyList<LoggedResult> Results,
    IReadOnlyList<HostJournal> Hosts,
    IReadOnlySet<int> Flooded,
    string Output,
    bool WasSilent
)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>What the test process of an assembly wrote down; <see langword="null"/> when it never began.</summary>
    public HostJournal? HostOf(string assembly) =>
        Hosts.FirstOrDefault(host => host.Assembly == assembly);

    /// <summary>Runs vstest to its end.</summary>
    /// <param name="arguments">Its command line.</param>
    /// <param name="silence">How long it may be silent.</param>
    /// <param name="showOutput">Whether what it prints goes to the console.</param>
    /// <param name="reportRoot">The folder below which the explorer leaves its pages; <see langword="null"/> for none.</param>
    /// <param name="onProgress">Called again and again with the folder in which the test processes write.</param>
    public static VSTestCall Run(
        IEnumerable<string> arguments,
        TimeSpan silence,
        bool showOutput,
        string? reportRoot,
        Action<string> onProgress
    )
    {
        var folder = Directory.CreateTempSubdirectory("katas-").FullName;
        try
        {
            var events = Path.Combine(folder, "results.events");
            using var process = Start(arguments, folder, events, showOutput, reportRoot);
            var output = Collect(process, showOutput);
            var flooded = new HashSet<int>();
            var wasSilent = !WaitForEnd(process, folder, silence, flooded, onProgress);
            if (wasSilent)
                process.Kill(entireProcessTree: true);
            process.WaitForExit();
            var hosts = HostJournal.ReadAll(folder);
            // One whose parent a test has killed would run on.
            foreach (var host in hosts.Where(host => !host.IsDone))
                HostJournal.Kill(host.ProcessId);
            return new(
                wasSilent ? -1 : process.ExitCode,
                ReadResults(events),
                hosts,
                flooded,
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
        string? reportRoot
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
        start.Environment[JournalEntry.FolderVariable] = folder;
        start.Environment[WorkbookPaths.ReportRootVariable] = reportRoot ?? WorkbookPaths.NoReports;
        // As in harness/build/ShortLived.props: a test host is none of our programs, so it is told in this way, and the number is hexadecimal.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_CallCountingDelayMs"] = "7D0";
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

    private static bool WaitForEnd(
        Process process,
        string folder,
        TimeSpan silence,
        HashSet<int> flooded,
        Action<string> onProgress
    )
    {
        var size = SizeOf(folder);
        var since = Stopwatch.GetTimestamp();
        while (!process.WaitForExit(PollInterval))
        {
            foreach (var host in HostJournal.Flooding(folder, HostFailure.OutputLimitBytes))
            {
                if (flooded.Add(host))
                    HostJournal.Kill(host);
            }
            var now = SizeOf(folder);
            onProgress(folder);
            if (now != size)
                (size, since) = (now, Stopwatch.GetTimestamp());
            else if (Stopwatch.GetElapsedTime(since) > silence)
                return false;
        }
        return true;
    }

    private static long SizeOf(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);

    private static List<LoggedResult> ReadResults(string events) =>
        File.Exists(events)
            ?
            [
                .. File.ReadLines(events)
                    .Select(line => JsonSerializer.Deserialize<LoggedResult>(line)!),
            ]
            : [];
}
