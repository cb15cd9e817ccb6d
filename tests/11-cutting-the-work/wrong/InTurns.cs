// wrong: chunks are dealt out in turns, to the busy as to the free
// fails: A_free_worker_takes_the_next_chunk_and_does_not_wait_for_a_turn, Any_work_takes_as_long_as_when_time_passes_tick_by_tick, Six_numbers_for_one_to_six_workers, No_other_size_is_better
// says: "While one worker is busy with the 9"
namespace Katas.CuttingTheWork;

public static class Rota
{
    public static long Makespan(IReadOnlyList<int> costs, int workers, int chunk, int handOut = 0)
    {
        var freeAt = new long[workers];
        var turn = 0;
        var makespan = 0L;
        for (long start = 0; start < costs.Count; start += chunk)
        {
            var worker = turn++ % workers;
            var now = freeAt[worker];
            var end = now + handOut;
            for (var item = (int)start; item < costs.Count && item < start + chunk; item++)
                end += costs[item];
            freeAt[worker] = end;
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
