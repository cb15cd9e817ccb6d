using System.Diagnostics;
using Katas.Corpus;
using Katas.Harness.Bench.Suite;
using Katas.Harness.Cli;
using Katas.Harness.Explorer;
using Katas.Harness.Workbook;

namespace Katas.Harness.Bench;

/// <summary>How fast the explorer runs schedules, how many its reduction saves, and what it finds, beside Coyote and an older explorer.</summary>
/// <param name="old">An older checkout, or <see langword="null"/>.</param>
/// <param name="isSpeedOnly">Whether only schedules are timed.</param>
internal sealed class ExplorerBenchmark(Checkout? old, bool isSpeedOnly) : IBenchmark
{
    private const string Increments = "two increments, a schedule";
    private const int Rounds = 5;

    private static readonly ExplorerOptions Quiet = new()
    {
        Output = TextWriter.Null,
        TotalSteps = long.MaxValue,
        TimeLimit = TimeSpan.FromMinutes(10),
    };

    public string Name => "explorer";

    public string Description => "Times the explorer, and compares it with Coyote.";

    public async Task<IReadOnlyList<Row>> Run(
        Action<string> log,
        CancellationToken cancellationToken
    )
    {
        var rows = await Task.Run(
                () => isSpeedOnly ? Speed() : Measure(log, cancellationToken),
                cancellationToken
            )
            .ConfigureAwait(false);
        if (old is not null)
            rows.Add(await BesideOld(old, log, cancellationToken).ConfigureAwait(false));
        if (isSpeedOnly)
            return rows;
        log($"Building {CoyotePeer.Name}.");
        var coyote = await CoyotePeer.Build(log, cancellationToken).ConfigureAwait(false);
        if (coyote is not null)
            rows.Add(await BesideCoyote(coyote, cancellationToken).ConfigureAwait(false));
        rows.AddRange(
            await new CorpusComparison().Run(coyote, log, cancellationToken).ConfigureAwait(false)
        );
        return rows;
    }

    /// <summary>The speed of an older explorer, whose own benchmark begins with the same row; it may have been a third faster.</summary>
    private static async Task<Row> BesideOld(
        Checkout old,
        Action<string> log,
        CancellationToken cancellationToken
    )
    {
        log($"The explorer of {old.Paths.Root}, {Rounds} times, in turn with this one.");
        var here = new Checkout(WorkbookPaths.Find());
        string[] options = [ExplorerCommand.Speed];
        // Each in a process of its own: what has run before in one makes it faster.
        var (ours, peer) = await InTurn
            .Medians(
                Rounds,
                () => here.Bench("explorer", cancellationToken, ExplorerCommand.Speed),
                Theirs
            )
            .ConfigureAwait(false);
        return Row.Against(Increments, ours, peer, "the old checkout", "us", 4.0 / 3);

        async Task<double> Theirs()
        {
            try
            {
                return await old.Bench("explorer", cancellationToken, options)
                    .ConfigureAwait(false);
            }
            catch (UsageException) when (options.Length > 0)
            {
                // It is older than the option.
                options = [];
                return await Theirs().ConfigureAwait(false);
            }
        }
    }

    private static async Task<Row> BesideCoyote(
        CoyotePeer coyote,
        CancellationToken cancellationToken
    )
    {
        const int Schedules = 5_000;
        var (ours, peer) = await InTurn.Medians(Rounds, Ours, Theirs).ConfigureAwait(false);
        return Row.Against(
            Increments,
            ours,
            double.IsFinite(peer) ? peer : null,
            CoyotePeer.Name,
            "us",
            1
        );

        async Task<double> Theirs() =>
            await coyote
                .Run(
                    nameof(SpeedPrograms),
                    nameof(SpeedPrograms.TwoIncrements),
                    Schedules,
                    TimeSpan.FromMinutes(1),
                    cancellationToken
                )
                .ConfigureAwait(false)
                is { Schedules: > 0 } run
                ? run.Seconds * 1e6 / run.Schedules
                : double.PositiveInfinity;
    }

    private static Task<double> Ours() =>
        Task.Run(() =>
        {
            MicrosecondsPerSchedule(SpeedPrograms.TwoIncrements, 20_000);
            return MicrosecondsPerSchedule(SpeedPrograms.TwoIncrements, 100_000);
        });

    private static List<Row> Speed()
    {
        MicrosecondsPerSchedule(SpeedPrograms.TwoIncrements, 20_000);
        return
        [
            Row.WithLimit(
                Increments,
                MicrosecondsPerSchedule(SpeedPrograms.TwoIncrements, 100_000),
                1e6 / 50_000,
                "us"
            ),
            Row.WithLimit(
                "five threads of a dozen steps, a schedule",
                MicrosecondsPerSchedule(SpeedPrograms.FiveThreads, 5_000),
                1e6 / 2_500,
                "us"
            ),
        ];
    }

    private static List<Row> Measure(Action<string> log, CancellationToken cancellationToken)
    {
        const string DepthFirstStrategy = "naive depth-first search";
        var rows = Speed();
        cancellationToken.ThrowIfCancellationRequested();

        var (seconds, reduced) = Exhaust(SpeedPrograms.TwoTimesTwoLockedAdds, Strategy.Automatic);
        var (_, naive) = Exhaust(SpeedPrograms.TwoTimesTwoLockedAdds, Strategy.DepthFirst);
        rows.Add(Row.WithLimit("2 threads x 2 locked adds, all of it", seconds, 0.2, "s"));
        rows.Add(
            Row.Against(
                "2 threads x 2 locked adds",
                reduced,
                naive,
                DepthFirstStrategy,
                "schedules",
                1
            )
        );
        rows.Add(
            Reduction(
                "3 threads x 3 atomic steps apart",
                SpeedPrograms.ThreeApart,
                DepthFirstStrategy
            )
        );
        rows.Add(
            Reduction(
                "3 threads x 3 atomic steps, one of them shared",
                SpeedPrograms.ThreeWithOneShared,
                DepthFirstStrategy
            )
        );
        cancellationToken.ThrowIfCancellationRequested();

        log("A million schedules, to see that memory stays flat.");
        MicrosecondsPerSchedule(SpeedPrograms.TwoIncrements, 50_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        MicrosecondsPerSchedule(SpeedPrograms.TwoIncrements, 1_000_000);
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        rows.Add(
            Row.WithLimit(
                "memory more after 1,000,000 schedules",
                Math.Max(0, grown) / 1e6,
                5,
                "MB"
            )
        );
        return rows;
    }

    private static Row Reduction(string name, Action<Action<Action[]>> program, string peer) =>
        Row.Against(
            name,
            Exhaust(program, Strategy.Dpor).Schedules,
            Exhaust(program, Strategy.DepthFirst).Schedules,
            peer,
            "schedules",
            1
        );

    private static double MicrosecondsPerSchedule(Action<Action<Action[]>> program, int schedules)
    {
        var start = Stopwatch.GetTimestamp();
        Explorer.Explorer.Check(
            () => program(actions => Explorer.Explorer.Together(actions)),
            Quiet with
            {
                Strategy = Strategy.Random,
                Schedules = schedules,
            }
        );
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / schedules;
    }

    private static (double Seconds, int Schedules) Exhaust(
        Action<Action<Action[]>> program,
        Strategy strategy
    )
    {
        var start = Stopwatch.GetTimestamp();
        var result = Explorer.Explorer.Check(
            () => program(actions => Explorer.Explorer.Together(actions)),
            Quiet with
            {
                Strategy = strategy,
                Schedules = 100_000,
            }
        );
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, result.Schedules);
    }
}
