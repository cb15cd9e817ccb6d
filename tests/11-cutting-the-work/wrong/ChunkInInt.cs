// wrong: the cost of a chunk is added up in an int
// fails: A_large_chunk_adds_up_too, Large_costs_are_compared_rightly
// says: "more than an int"
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
            freeAt.TryDequeue(out var worker, out var now); // whoever is free first
            var cost = handOut;
            for (var item = (int)start; item < costs.Count && item < start + chunk; item++)
                cost += costs[item];
            var end = now + cost;
            freeAt.Enqueue(worker, end);
            makespan = Math.Max(makespan, end); // the last one decides
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
            if (makespan <= earliest) // equal is better: the chunks are larger
                (best, earliest) = (chunk, makespan);
        }
        return best;
    }
}
