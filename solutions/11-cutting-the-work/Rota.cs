namespace Katas.CuttingTheWork;

/// <summary>Who works until when, if chunks of items are handed out to whoever is free.</summary>
public static class Rota
{
    /// <summary>
    /// Kata 3. The time at which the last worker is done.
    /// </summary>
    /// <remarks>
    /// Items are cut, in order, into chunks of <paramref name="chunk"/> (the last may be smaller). At time 0 all workers are free. A free worker takes the next chunk; that takes the
    /// <paramref name="handOut"/> once, and then the cost of each item in it.
    /// </remarks>
    /// <param name="costs">What each item costs; each at least 1.</param>
    /// <param name="workers">How many workers there are; at least 1.</param>
    /// <param name="chunk">How many items are handed out at once; at least 1.</param>
    /// <param name="handOut">What it costs to hand out a chunk; 0 or more.</param>
    /// <returns>The makespan: 0 when there is nothing to do.</returns>
    public static long Makespan(IReadOnlyList<int> costs, int workers, int chunk, int handOut = 0)
    {
        var freeAt = new PriorityQueue<int, long>(
            Enumerable.Range(0, workers).Select(worker => (worker, 0L))
        );
        var makespan = 0L;
        for (long start = 0; start < costs.Count; start += chunk)
        {
            freeAt.TryDequeue(out var worker, out var now); // whoever is free first
            var end = now + handOut;
            for (var item = (int)start; item < costs.Count && item < start + chunk; item++)
                end += costs[item];
            freeAt.Enqueue(worker, end);
            makespan = Math.Max(makespan, end); // the last one decides
        }
        return makespan;
    }

    /// <summary>
    /// Kata 4. The size of chunks with which the last worker is done earliest.
    /// </summary>
    /// <param name="costs">What each item costs; each at least 1; there is at least one.</param>
    /// <param name="workers">How many workers there are; at least 1.</param>
    /// <param name="handOut">What it costs to hand out a chunk; 0 or more.</param>
    /// <returns>A size from 1 to the number of items; of several that are equally good the largest, because it needs the fewest hand-outs.</returns>
    public static int BestChunk(IReadOnlyList<int> costs, int workers, int handOut)
    {
        var (best, earliest) = (1, Makespan(costs, workers, 1, handOut));
        for (var chunk = 2; chunk <= costs.Count; chunk++)
        {
            var makespan = Makespan(costs, workers, chunk, handOut);
            if (makespan <= earliest) // equal is better: the chunks are larger
                (best, earliest) = (chunk, makespan);
        }
        return best;
    }
}
