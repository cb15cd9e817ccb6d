// wrong: one item at a time balances best, but is too fine when handing out costs something
// fails: Equal_items_that_are_dear_to_hand_out_are_handed_out_at_once, Of_equally_good_sizes_the_largest_is_taken, No_other_size_is_better
// may fail: Large_costs_are_compared_rightly
// says: "One item at a time would cost each worker 25 times 10 + 1: too fine"
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
        return Math.Min(best, 1);
    }
}
