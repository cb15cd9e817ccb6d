using Katas.Harness.Executors;
using Katas.PrimeLab;

namespace Katas.Harness.Bench;

/// <summary>The six numbers of the prime problem, in our pools and in Python's process pool.</summary>
internal sealed class PrimesBenchmark : IBenchmark
{
    private const int Rounds = 9;
    private const string Peer = "Python ProcessPoolExecutor";

    public string Name => "primes";

    public string Description =>
        "Times the six numbers of the prime problem on all cores, against Python's ProcessPoolExecutor.";

    public async Task<IReadOnlyList<Row>> Run(
        Action<string> log,
        CancellationToken cancellationToken
    )
    {
        var workers = Environment.ProcessorCount;
        var pool = new ThreadPoolExecutor(workers);
        await using var poolDisposal = pool.ConfigureAwait(false);
        Task<double> Pooled() =>
            InTurn.Seconds(async () =>
                Check(await Primes.Run(pool, Numbers, cancellationToken).ConfigureAwait(false))
            );
        Task<double> Split() =>
            InTurn.Seconds(async () =>
                Check(
                    await Task.WhenAll(
                            Numbers.Select(number =>
                                Primes.IsPrimeSplit(number, pool, cancellationToken)
                            )
                        )
                        .ConfigureAwait(false)
                )
            );
        for (var i = 0; i < 5; i++)
        {
            await Pooled().ConfigureAwait(false);
            await Split().ConfigureAwait(false);
        }

        using var python = PythonPool.Start(workers);
        log(
            python is null
                ? "python3 is not on this machine, so there is no peer to measure against."
                : $"Python {python.Version}, {workers} workers on each side, {Rounds} rounds."
        );
        Func<Task<double>>[] measures = python is null
            ? [Pooled, Split]
            : [Pooled, Split, () => python.Seconds(cancellationToken)];
        var medians = await InTurn.Medians(Rounds, measures).ConfigureAwait(false);
        double? peer = python is null ? null : medians[2];
        return
        [
            Row.Against($"pooled, {workers} workers", medians[0], peer, Peer, "s", 1.0 / 6),
            Row.Against($"split, {workers} workers", medians[1], peer, Peer, "s", 1.0 / 6),
        ];
    }

    private static IReadOnlyList<long> Numbers { get; } =
    [
        112272535095293,
        112582705942171,
        112272535095293,
        115280095190773,
        115797848077099,
        1099726899285419,
    ];

    private static void Check(IReadOnlyList<bool> answers)
    {
        if (!answers.SequenceEqual([true, true, true, true, true, false]))
            throw new InvalidOperationException("The six numbers were judged wrongly.");
    }
}
