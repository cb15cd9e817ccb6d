// wrong: the total cost divided by the workers, as if items could be cut
// fails: The_last_worker_decides, A_free_worker_takes_the_next_chunk_and_does_not_wait_for_a_turn, A_chunk_is_not_shared, A_chunk_may_be_larger_than_the_work, Any_work_takes_as_long_as_when_time_passes_tick_by_tick, Six_numbers_for_one_to_six_workers, Equal_items_that_are_dear_to_hand_out_are_handed_out_at_once, Uneven_items_are_handed_out_in_small_chunks, No_other_size_is_better
// may fail: Large_costs_are_compared_rightly, There_may_be_more_workers_than_chunks
// says: "The mean, 6, helps nobody"
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
        return (costs.Sum(cost => (long)cost) + (costs.Count + (long)chunk - 1) / chunk * handOut)
            / workers;
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
