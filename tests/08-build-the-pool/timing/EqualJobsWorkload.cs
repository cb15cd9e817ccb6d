using Katas.Harness.Timing;

namespace Katas.BuildThePool.Timing;

/// <summary>Equal jobs that keep a core busy for a while: what a pool is for.</summary>
public sealed class EqualJobsWorkload : IWorkload
{
    private const int Count = 16;

    public string Title => "16 equal jobs";

    public Variant Baseline { get; } =
        Variant.Of(
            "alone",
            1,
            _ => Task.FromResult<object>(Enumerable.Range(0, Count).Select(Work).ToArray())
        );

    public IReadOnlyList<Action<CancellationToken>> Jobs =>
        [
            .. Enumerable
                .Range(0, Count)
                .Select<int, Action<CancellationToken>>(number => _ => Work(number)),
        ];

    public IEnumerable<Variant> Variants(int workers) =>
        [
            Variant.On(
                "own pool",
                workers,
                () => new KitchenExecutor(workers),
                (executor, _) =>
                    Task.FromResult<object>(
                        ((KitchenExecutor)executor).Map(Work, Enumerable.Range(0, Count))
                    )
            ),
        ];

    private static long Work(int number)
    {
        var sum = (long)number;
        for (var i = 1L; i <= 2_000_000; i++)
            sum += 1_000_000_007 % i;
        return sum;
    }
}
