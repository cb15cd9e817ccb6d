// wrong: nobody checks the worker's number, so a wrong one counts in the room between the counters
// fails: There_is_no_counter_for_a_worker_that_there_is_not
// says: "a wrong number may hit the room instead of a wall"
namespace Katas.CuttingTheWork;

public sealed class PaddedCounters
{
    private const int Stride = 128 / sizeof(long);

    private readonly long[] _counts;
    private readonly int _workers;

    public PaddedCounters(int workers)
    {
        _workers = workers;
        _counts = new long[(workers + 2) * Stride];
    }

    public void Add(int worker, long amount)
    {
        ref var mine = ref _counts[Place(worker)];
        Volatile.Write(ref mine, mine + amount);
    }

    public long CountOf(int worker) => Volatile.Read(ref _counts[Place(worker)]);

    public long Total() => Enumerable.Range(0, _workers).Sum(CountOf);

    private int Place(int worker)
    {
        return (worker + 1) * Stride;
    }
}
