// wrong: all sets of counters are one
// fails: Two_sets_of_counters_share_nothing, In_every_interleaving_the_total_is_that_of_all_workers
// may fail: New_counters_stand_at_zero, Each_worker_has_a_counter_of_its_own, The_total_is_that_of_all_workers, Workers_that_count_at_the_same_time_lose_nothing, A_counter_holds_more_than_an_int
// says: "Look for a static field"
namespace Katas.CuttingTheWork;

public sealed class PaddedCounters
{
    private const int Stride = 128 / sizeof(long); // the longest line in use

    private static readonly Dictionary<int, long[]> s_counts = [];

    private readonly long[] _counts;
    private readonly int _workers;

    public PaddedCounters(int workers)
    {
        _workers = workers;
        lock (s_counts)
        {
            if (!s_counts.TryGetValue(workers, out _counts!))
                s_counts[workers] = _counts = new long[(workers + 1) * Stride];
        }
    }

    public void Add(int worker, long amount)
    {
        ref var mine = ref _counts[Place(worker)];
        Volatile.Write(ref mine, mine + amount); // only this worker writes here; whoever adds up reads a whole number
    }

    public long CountOf(int worker) => Volatile.Read(ref _counts[Place(worker)]);

    public long Total() => Enumerable.Range(0, _workers).Sum(CountOf);

    private int Place(int worker)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(worker);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(worker, _workers);
        return (worker + 1) * Stride;
    }
}
