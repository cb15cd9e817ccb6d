using System.Diagnostics;
using System.Globalization;
using Katas.Harness.Bench.Suite;
using Katas.Harness.Cli;
using Katas.Harness.Timing;
using Katas.Harness.Workbook;

namespace Katas.Harness.Bench;

/// <summary>The watch as a learner has it, in a terminal and in a clone of this commit: from a save to the verdict, and what it costs while nothing happens.</summary>
internal sealed class WatchBenchmark : IBenchmark
{
    private const string Slug = "03-first-thread";
    private const int Saves = 20;
    private const int PeerSaves = 3;
    private const int Starts = 11;

    /// <summary>What a wrong answer leaves out.</summary>
    private const string LastLine = "failure?.Throw();";

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    public string Name => "watch";

    public string Description =>
        $"Times ./kata watch from a save to the verdict of {Slug}, beside dotnet watch test, and what it costs while nothing happens.";

    public async Task<IReadOnlyList<Row>> Run(
        Action<string> log,
        CancellationToken cancellationToken
    )
    {
        if (!OperatingSystem.IsLinux())
            throw new UsageException(
                "The watch is measured on Linux only, where script of util-linux makes its terminal."
            );
        var rows = new List<Row>();
        await Checkout
            .Open(WorkbookPaths.Find().Root)
            .InClone(
                async (clone, _) =>
                {
                    rows.AddRange(
                        await Measure(clone, log, cancellationToken).ConfigureAwait(false)
                    );
                    return 0;
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return rows;
    }

    private static async Task<IReadOnlyList<Row>> Measure(
        Checkout clone,
        Action<string> log,
        CancellationToken cancellationToken
    )
    {
        log("Building the command, the tests and a chapter in a clone.");
        var file = Path.Combine(clone.Paths.Exercises, Slug, "Threads.cs");
        var right = await File.ReadAllTextAsync(
                Path.Combine(clone.Paths.Solutions, Slug, "Threads.cs"),
                cancellationToken
            )
            .ConfigureAwait(false);
        await clone.Run("./kata", ["run", Slug], cancellationToken).ConfigureAwait(false);

        using var watch = TerminalCommand.Start(clone.Paths.Root, $"exec ./kata watch {Slug}");
        await watch.WaitFor("Waiting for a save", cancellationToken).ConfigureAwait(false);
        log($"{Saves} saves in the watch.");
        var ours = new List<double>();
        for (var save = 0; save < Saves; save++)
            ours.Add(
                await Saved(watch, file, Answer(right, save), "Tested ", cancellationToken)
                    .ConfigureAwait(false)
            );
        var (median, late) = (Statistics.Median(ours), Percentile(ours, 0.95));
        log(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Median {median:0.00} s, 95th percentile {late:0.00} s. Now the watch does nothing for {Idle.TotalSeconds} s."
            )
        );
        // The host for the next run is still starting.
        await Task.Delay(Idle, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        var before = watch.CpuSeconds;
        await Task.Delay(Idle, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        var (idle, memory) = (watch.CpuSeconds - before, watch.MegaBytes);
        var start = await Start(clone, cancellationToken).ConfigureAwait(false);

        log($"{PeerSaves} saves in dotnet watch test.");
        using var peer = TerminalCommand.Start(
            clone.Paths.Root,
            $"exec dotnet watch test --project tests/{Slug}"
        );
        const string Over = "Waiting for a file to change";
        await peer.WaitFor(Over, cancellationToken).ConfigureAwait(false);
        var theirs = new List<double>();
        for (var save = 0; save < PeerSaves; save++)
            theirs.Add(
                await Saved(peer, file, Answer(right, save), Over, cancellationToken)
                    .ConfigureAwait(false)
            );
        return
        [
            Row.Against(
                "save to verdict, median",
                median,
                Statistics.Median(theirs),
                "dotnet watch test",
                "s",
                0.25
            ),
            Row.WithLimit("save to verdict, median", median, 0.45, "s"),
            Row.WithLimit("save to verdict, 95th percentile", late, 0.8, "s"),
            // What the clock of the system itself counts: a tick or two.
            Row.WithLimit($"{Idle.TotalSeconds} s without a save, CPU", idle, 0.05, "s"),
            Row.WithLimit("memory, with the host that stands ready", memory, 250, "MB"),
            Row.WithLimit("./kata list", start, 0.3, "s"),
        ];
    }

    /// <summary>A right answer or a wrong one, and no two that are the same.</summary>
    private static string Answer(string right, int save) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(save % 2 == 0 ? right : right.Replace(LastLine, "", StringComparison.Ordinal))}// {save} {Stopwatch.GetTimestamp()}\n"
        );

    /// <summary>Saves after a pause, as a learner does, and times what follows.</summary>
    private static async Task<double> Saved(
        TerminalCommand command,
        string file,
        string text,
        string sign,
        CancellationToken cancellationToken
    )
    {
        await Task.Delay(Between, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        command.Forget();
        AtomicFile.WriteAllText(file, text);
        return await InTurn
            .Seconds(() => command.WaitFor(sign, cancellationToken))
            .ConfigureAwait(false);
    }

    private static async Task<double> Start(Checkout clone, CancellationToken cancellationToken)
    {
        var starts = new List<double>();
        for (var i = 0; i < Starts; i++)
            starts.Add(
                await InTurn
                    .Seconds(() => clone.Run("./kata", ["list"], cancellationToken))
                    .ConfigureAwait(false)
            );
        return Statistics.Median(starts);
    }

    private static double Percentile(IEnumerable<double> figures, double share)
    {
        var sorted = figures.Order().ToList();
        return sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
    }
}
