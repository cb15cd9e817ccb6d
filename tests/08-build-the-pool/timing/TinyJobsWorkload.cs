using Katas.Harness.Executors;
using Katas.Harness.Timing;

namespace Katas.BuildThePool.Timing;

/// <summary>Ten thousand jobs that are hardly worth the trip: alone, by a thread each, and by the pool. The pool may lose; the lesson says why.</summary>
public sealed class TinyJobsWorkload : IWorkload
{
    private const int Jobs = 10_000;

    public string Title => "10,000 tiny jobs";

    public Variant Baseline { get; } =
        Variant.Of(
            "alone",
            1,
            _ => Task.FromResult<object>(Enumerable.Range(0, Jobs).Select(Tiny).ToArray())
        );

    public IEnumerable<Variant> Variants(int workers) =>
        [
            Variant.Of("a thread each", workers, _ => Task.FromResult<object>(ThreadEach(workers))),
            Variant.On("own pool", workers, () => new KitchenExecutor(workers), Pooled),
        ];

    private static int Tiny(int number) => number * 7 % 13;

    private static Task<object> Pooled(IExecutor executor, CancellationToken token) =>
        Task.FromResult<object>(((KitchenExecutor)executor).Map(Tiny, Enumerable.Range(0, Jobs)));

    /// <summary>As many threads at a time as there are workers, and a new one for every job.</summary>
    private static int[] ThreadEach(int workers)
    {
        var results = new int[Jobs];
        var alive = new Queue<Thread>();
        for (var i = 0; i < Jobs; i++)
        {
            var job = i;
            if (alive.Count == workers)
                alive.Dequeue().Join();
            var thread = new Thread(() => results[job] = Tiny(job));
            thread.Start();
            alive.Enqueue(thread);
        }
        while (alive.TryDequeue(out var last))
            last.Join();
        return results;
    }
}
