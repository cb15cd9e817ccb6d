// wrong: handing out is forgotten
// fails: Handing_out_costs_once_for_each_chunk, A_chunk_may_be_larger_than_the_work, Any_work_takes_as_long_as_when_time_passes_tick_by_tick, No_other_size_is_better
// may fail: A_large_chunk_adds_up_too, There_may_be_more_workers_than_chunks
// says: "Three chunks, 10 each for handing them out"
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
            var end = now;
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
        return best;
    }
}
