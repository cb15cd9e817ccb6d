// wrong: of equally good sizes the smallest is taken, which needs the most hand-outs
// fails: Of_equally_good_sizes_the_largest_is_taken, No_other_size_is_better
// says: "One chunk is handed out once"
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
            if (makespan < earliest)
                (best, earliest) = (chunk, makespan);
        }
        return best;
    }
}
