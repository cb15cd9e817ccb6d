// wrong: the total stops before the last worker
// fails: The_total_is_that_of_all_workers, Workers_that_count_at_the_same_time_lose_nothing, In_every_interleaving_the_total_is_that_of_all_workers
// may fail: A_counter_holds_more_than_an_int, Two_sets_of_counters_share_nothing
// says: "Look for a worker who is left out"
namespace Katas.CuttingTheWork;

public sealed class PaddedCounters
{
    private const int Stride = 128 / sizeof(long);

    private readonly long[] _counts;
    private readonly int _workers;

    public PaddedCounters(int workers)
    {
        _workers = workers;
        _counts = new long[(workers + 1) * Stride];
    }

    public void Add(int worker, long amount)
    {
        ref var mine = ref _counts[Place(worker)];
        Volatile.Write(ref mine, mine + amount);
    }

    public long CountOf(int worker) => Volatile.Read(ref _counts[Place(worker)]);

    public long Total() => Enumerable.Range(0, _workers - 1).Sum(CountOf);

    private int Place(int worker)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(worker);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(worker, _workers);
        return (worker + 1) * Stride;
    }
}
