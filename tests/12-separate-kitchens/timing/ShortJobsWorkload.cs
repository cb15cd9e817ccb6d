using Katas.Harness.Executors;
using Katas.Harness.Pools.Processes;
using Katas.Harness.Timing;

namespace Katas.SeparateKitchens.Timing;

/// <summary>Short jobs in threads and in processes: where a process begins to pay.</summary>
public sealed class ShortJobsWorkload : IWorkload
{
    private const int Count = 400;

    public string Title => "400 short jobs";

    public Variant Baseline { get; } =
        Variant.On("sequential", 1, () => new SequentialExecutor(), All);

    public IEnumerable<Variant> Variants(int workers) =>
        [
            Variant.On("threads", workers, () => new ThreadPoolExecutor(workers), All),
            Variant.On("processes", workers, () => new ProcessPoolExecutor(workers), All),
        ];

    /// <summary>A few hundred microseconds of arithmetic.</summary>
    public static long Work(int number, CancellationToken cancellationToken)
    {
        var sum = (long)number;
        for (var i = 1L; i <= 50_000; i++)
            sum += 1_000_000_007 % i;
        return sum;
    }

    private static async Task<object> All(IExecutor executor, CancellationToken token) =>
        await executor.Map(Work, Enumerable.Range(0, Count), cancellationToken: token);
}
