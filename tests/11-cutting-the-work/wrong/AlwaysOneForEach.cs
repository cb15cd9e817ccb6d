// wrong: one chunk for each worker needs the fewest hand-outs, but the last worker may be left with all the expensive items
// fails: Uneven_items_are_handed_out_in_small_chunks, No_other_size_is_better
// says: "too coarse is slow as well"
namespace Katas.CuttingTheWork;

public static class Rota
{
    public static long Makespan(IReadOnlyList<int> costs, int workers, int chunk, int handOut = 0)
    {
        var freeAt = new PriorityQueue<int, long>(
            Enumerable.Range(0, workers).Select(worker => (worker, 0L))
        );
        var makespan = 0L;
        for (long start = 0; start < costs.Count; start += chunk)
        {
            freeAt.TryDequeue(out var worker, out var now);
            var end = now + handOut;
            for (var item = (int)start; item < costs.Count && item < start + chunk; item++)
                end += costs[item];
            freeAt.Enqueue(worker, end);
            makespan = Math.Max(makespan, end);
        }
        return makespan;
    }

    public static int BestChunk(IReadOnlyList<int> costs, int workers, int handOut)
    {
        var best = 1;
        var earliest = long.MaxValue;
        for (var chunk = 1; chunk <= costs.Count; chunk++)
        {
            var makespan = Makespan(costs, workers, chunk, handOut);
            if (makespan <= earliest)
                (best, earliest) = (chunk, makespan);
        }
        return (costs.Count + workers - 1) / workers * (best / best);
    }
}
