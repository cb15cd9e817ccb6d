using System.Globalization;
using Katas.Harness.Executors;
using Katas.Harness.Pools.Processes;

namespace Katas.Harness.Bench;

/// <summary>The process pool against Python's, and its CPU-bound speed-up and memory against fixed limits.</summary>
internal sealed class ProcessPoolBenchmark : IBenchmark
{
    private const int Rounds = 7;
    private const int Workers = 2;
    private const int Trips = 2_000;
    private const int SpinRounds = 8_000_000;
    private const int SpinJobs = 80;
    private const string Peer = "Python ProcessPoolExecutor(2)";

    public string Name => "process-pool";

    public string Description =>
        "Times start, map and round trips of the process pool, against Python's ProcessPoolExecutor(2).";

    public async Task<IReadOnlyList<Row>> Run(
        Action<string> log,
        CancellationToken cancellationToken
    )
    {
        var pool = new ProcessPoolExecutor(Workers);
        await using var poolDisposal = pool.ConfigureAwait(false);
        using var python = PythonPool.Start(Workers, "process_pool.py");
        log(
            python is null
                ? "python3 is not on this machine, so there is no peer to measure against."
                : $"Python {python.Version}, {Workers} workers on each side, {Rounds} rounds."
        );
        // Whatever is measured has been compiled before.
        await MapAll(pool, 1, 20_000, cancellationToken).ConfigureAwait(false);
        await MapAll(pool, 100, 200_000, cancellationToken).ConfigureAwait(false);

        var rows = new List<Row>();
        foreach (var operation in Operations(pool, cancellationToken))
        {
            log($"Measuring {operation.Name}.");
            rows.Add(await Measure(operation, python, cancellationToken).ConfigureAwait(false));
        }
        log("Measuring CPU-bound work, alone and in the pool.");
        rows.Add(await CpuBound(pool, cancellationToken).ConfigureAwait(false));
        log("Measuring the memory of a million jobs.");
        rows.Add(await Memory(pool, cancellationToken).ConfigureAwait(false));
        return rows;
    }

    private static Operation[] Operations(ProcessPoolExecutor pool, CancellationToken token) =>
        [
            new(
                "start to first result (Python: spawn)",
                "ms",
                Scale: 1e3,
                Goal: 1.5,
                () => StartOne(token),
                "start"
            ),
            new(
                "map, chunk size 1, a job",
                "us",
                Scale: 1e6 / 10_000,
                Goal: 0.25,
                () => MapAll(pool, 1, 10_000, token),
                "map 1 10000"
            ),
            new(
                "map, chunk size 100, a job",
                "us",
                Scale: 1e6 / 100_000,
                Goal: 0.5,
                () => MapAll(pool, 100, 100_000, token),
                "map 100 100000"
            ),
            new(
                "round trip",
                "us",
                Scale: 1e6 / Trips,
                Goal: 0.25,
                () => RoundTrips(pool, token),
                string.Create(CultureInfo.InvariantCulture, $"trips {Trips}")
            ),
        ];

    private static async Task<Row> Measure(
        Operation operation,
        PythonPool? python,
        CancellationToken cancellationToken
    )
    {
        Func<Task<double>>[] measures = python is null
            ? [operation.Ours]
            : [operation.Ours, () => python.Seconds(cancellationToken, operation.Request)];
        var medians = await InTurn.Medians(Rounds, measures).ConfigureAwait(false);
        double? peer = python is null ? null : medians[1] * operation.Scale;
        return Row.Against(
            operation.Name,
            medians[0] * operation.Scale,
            peer,
            Peer,
            operation.Unit,
            operation.Goal
        );
    }

    private static async Task<double> StartOne(CancellationToken cancellationToken)
    {
        ProcessPoolExecutor? pool = null;
        var seconds = await InTurn
            .Seconds(async () =>
            {
                pool = new ProcessPoolExecutor(Workers);
                Expect(
                    await pool.Submit(ProcessPoolJobs.Following, 1, cancellationToken)
                        .ConfigureAwait(false),
                    2
                );
            })
            .ConfigureAwait(false);
        await pool!.DisposeAsync().ConfigureAwait(false);
        return seconds;
    }

    private static async Task<double> MapAll(
        ProcessPoolExecutor pool,
        int chunkSize,
        int jobs,
        CancellationToken cancellationToken
    )
    {
        int[] results = [];
        var seconds = await InTurn
            .Seconds(async () =>
                results = await pool.Map(
                        ProcessPoolJobs.Following,
                        Enumerable.Range(0, jobs),
                        chunkSize,
                        cancellationToken
                    )
                    .ConfigureAwait(false)
            )
            .ConfigureAwait(false);
        Expect(results.SequenceEqual(Enumerable.Range(1, jobs)), true);
        return seconds;
    }

    private static Task<double> RoundTrips(
        ProcessPoolExecutor pool,
        CancellationToken cancellationToken
    ) =>
        InTurn.Seconds(async () =>
        {
            for (var i = 0; i < Trips; i++)
                Expect(
                    await pool.Submit(ProcessPoolJobs.Following, i, cancellationToken)
                        .ConfigureAwait(false),
                    i + 1
                );
        });

    private static async Task<Row> CpuBound(
        ProcessPoolExecutor pool,
        CancellationToken cancellationToken
    )
    {
        var jobs = Enumerable.Repeat(SpinRounds, SpinJobs).ToArray();
        var expected = ProcessPoolJobs.Spin(SpinRounds, cancellationToken) * SpinJobs;
        async Task Pooled() =>
            Expect(
                (
                    await pool.Map(ProcessPoolJobs.Spin, jobs, 1, cancellationToken)
                        .ConfigureAwait(false)
                ).Sum(),
                expected
            );
        Task Alone()
        {
            Expect(jobs.Sum(rounds => ProcessPoolJobs.Spin(rounds, cancellationToken)), expected);
            return Task.CompletedTask;
        }
        await Pooled().ConfigureAwait(false);
        await Alone().ConfigureAwait(false);
        var (pooled, alone) = await InTurn
            .Medians(Rounds, () => InTurn.Seconds(Pooled), () => InTurn.Seconds(Alone))
            .ConfigureAwait(false);
        return Row.Against(
            "CPU-bound map of equal jobs",
            pooled,
            alone / Math.Min(Workers, Environment.ProcessorCount),
            "the bound: alone, divided by the workers",
            "s",
            1 / 0.95
        );
    }

    private static async Task<Row> Memory(
        ProcessPoolExecutor pool,
        CancellationToken cancellationToken
    )
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var sum = 0L;
        await foreach (
            var number in pool.Stream(
                    ProcessPoolJobs.Following,
                    Enumerable.Range(0, 1_000_000),
                    chunkSize: 1,
                    cancellationToken
                )
                .ConfigureAwait(false)
        )
            sum += number;
        Expect(sum, 500_000_500_000L);
        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        return Row.WithLimit(
            "parent's memory after a million jobs of chunk size 1",
            Math.Max(growth, 0) / 1e6,
            1,
            "MB"
        );
    }

    private static void Expect<T>(T seen, T expected)
    {
        if (!EqualityComparer<T>.Default.Equals(seen, expected))
            throw new InvalidOperationException(
                $"The pool returned {seen} where {expected} was expected."
            );
    }

    /// <summary>An operation that both pools have.</summary>
    /// <param name="Name">Its name in the table.</param>
    /// <param name="Unit">The unit of the table.</param>
    /// <param name="Scale">The factor from seconds in all to that unit for one job.</param>
    /// <param name="Goal">The highest ratio that is good enough.</param>
    /// <param name="Ours">Measures ours, in seconds.</param>
    /// <param name="Request">The line that makes the script measure its own.</param>
    private sealed record Operation(
        string Name,
        string Unit,
        double Scale,
        double Goal,
        Func<Task<double>> Ours,
        string Request
    );
}
