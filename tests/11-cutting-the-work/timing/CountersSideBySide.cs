using System.Runtime.CompilerServices;
using Katas.Harness.Timing;

namespace Katas.CuttingTheWork.Timing;

/// <summary>False sharing as a picture: workers that count side by side in one line of the cache, or far apart.</summary>
public sealed class CountersSideBySide : IWorkload
{
    private const int Counts = 100_000_000;

    public string Title => "counting to 100,000,000, shared among the workers";

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
                Together(workers, (worker, share) => Count(counters, worker, share));
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
                Together(workers, (worker, share) => Count(counters, worker, share));
                return Task.FromResult<object>(counters.Total());
            }
        );

    /// <summary>Each worker, on a thread of its own, counts its share.</summary>
    private static void Together(int workers, Action<int, int> count)
    {
        var threads = Enumerable
            .Range(0, workers)
            .Select(worker => new Thread(() =>
                count(worker, Counts / workers + (worker < Counts % workers ? 1 : 0))
            ))
            .ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
    }

    // Two loops that look alike, so that each has its counter's Add inlined; compiled once and for all, so that no round is compiled better than another.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(PackedCounters counters, int worker, int share)
    {
        for (var i = 0; i < share; i++)
            counters.Add(worker, 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(PaddedCounters counters, int worker, int share)
    {
        for (var i = 0; i < share; i++)
            counters.Add(worker, 1);
    }
}
