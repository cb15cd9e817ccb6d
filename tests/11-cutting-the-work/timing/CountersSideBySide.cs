using Katas.Harness.Timing;

namespace Katas.CuttingTheWork.Timing;

/// <summary>False sharing as a picture: workers that count side by side in one line of the cache, or far apart.</summary>
public sealed class CountersSideBySide : IWorkload
{
    private const int Counts = 20_000_000;

    public string Title => "counting to 20,000,000, shared among the workers";

    public Variant Baseline => Packed("one worker", 1);

    public IEnumerable<Variant> Variants(int workers)
    {
        yield return Packed("counters side by side", workers) with
        {
            DividesJobs = true,
        };
        yield return Padded("counters far apart", workers) with
        {
            DividesJobs = true,
        };
    }

    private static Variant Packed(string name, int workers) =>
        Variant.Of(
            name,
            workers,
            _ =>
            {
                var counters = new PackedCounters(workers);
                Together(workers, worker => counters.Add(worker, 1));
                return Task.FromResult<object>(counters.Total());
            }
        );

    private static Variant Padded(string name, int workers) =>
        Variant.Of(
            name,
            workers,
            _ =>
            {
                var counters = new PaddedCounters(workers);
                Together(workers, worker => counters.Add(worker, 1));
                return Task.FromResult<object>(counters.Total());
            }
        );

    /// <summary>Each worker, on a thread of its own, counts its share.</summary>
    private static void Together(int workers, Action<int> count)
    {
        var threads = Enumerable
            .Range(0, workers)
            .Select(worker => new Thread(() =>
            {
                var share = Counts / workers + (worker < Counts % workers ? 1 : 0);
                for (var i = 0; i < share; i++)
                    count(worker);
            }))
            .ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
    }
}
