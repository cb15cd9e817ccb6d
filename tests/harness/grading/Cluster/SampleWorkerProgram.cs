using System.Diagnostics;
using System.Globalization;
using Katas.Harness.Executors.Contract;
using Katas.Harness.Grading.Book;
using Katas.Harness.Machines;
using Katas.Harness.Pools.Cluster;

namespace Katas.Harness.Grading.Cluster;

/// <summary>
/// A worker in a process of its own that grades as <see cref="SampleGrader"/> does, with two words more: at <c>hold</c> it waits for the signal
/// <c>open</c>, at <c>poison</c> it dies. At both it leaves a file with its process id before. This assembly is the program, too.
/// </summary>
internal static class SampleWorkerProgram
{
    private const string Running = "pid-";

    /// <summary>Longer than any test waits, so that none takes the end of this wait for an answer.</summary>
    private static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(180);

    public static async Task<int> Main(string[] args)
    {
        var (workbook, isolation, signals) = (args[2], args[3], args[4]);
        var grader = new SampleGrader
        {
            Isolation = isolation,
            Before = text => Act(text, signals),
        };
        var work = Path.Combine(signals, "work");
        await new ClusterGradeWorker(workbook, _ => grader, work, Console.Error.WriteLine).Run(
            new ClusterOptions(new Uri(args[0])) { Name = args[1] }
        );
        return 0;
    }

    /// <summary>How to start one.</summary>
    public static ProcessStartInfo Start(
        ClusterOptions cluster,
        string workbook,
        string isolation,
        string signals
    ) =>
        DotnetHost.StartInfo(
            typeof(SampleWorkerProgram).Assembly.Location,
            cluster.Broker.AbsoluteUri,
            cluster.Name,
            workbook,
            isolation,
            signals
        );

    /// <summary>The processes that have come to a <c>hold</c> or <c>poison</c>, in no order.</summary>
    public static IReadOnlyList<int> ProcessesIn(string signals) =>
        [
            .. Directory
                .EnumerateFiles(signals, Running + "*")
                .Select(file =>
                    int.Parse(
                        Path.GetFileName(file).AsSpan(Running.Length),
                        CultureInfo.InvariantCulture
                    )
                ),
        ];

    private static void Act(string text, string signals)
    {
        if (text is not ("hold" or "poison"))
            return;
        Signals.Set(
            signals,
            string.Create(CultureInfo.InvariantCulture, $"{Running}{Environment.ProcessId}")
        );
        if (text == "poison")
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
        }
        // After the kill for the moment that it takes.
        Signals.Wait(signals, "open", WaitLimit);
    }
}
