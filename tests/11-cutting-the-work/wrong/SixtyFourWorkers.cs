// wrong: there are 64 workers at most
// fails: There_may_be_any_number_of_workers
// says: "a limit to the number of workers"
namespace Katas.CuttingTheWork;

public static class Rota
{
    public static long Makespan(IReadOnlyList<int> costs, int workers, int chunk, int handOut = 0)
    {
        var freeAt = new PriorityQueue<int, long>(
            Enumerable.Range(0, Math.Min(workers, 64)).Select(worker => (worker, 0L))
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
