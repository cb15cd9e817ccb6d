// wrong: all workers count in the same place, under a lock, which is safe and no counter of one's own
// fails: Each_worker_has_a_counter_of_its_own, A_thousand_workers_have_a_thousand_counters
// may fail: A_counter_holds_more_than_an_int, There_is_no_counter_for_a_worker_that_there_is_not
// says: "No worker may write where another one does"
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
        Place(worker);
        Interlocked.Add(ref _counts[0], amount);
    }

    public long CountOf(int worker) => Volatile.Read(ref _counts[0]);

    public long Total() => CountOf(0);

    private int Place(int worker)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(worker);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(worker, _workers);
        return (worker + 1) * Stride;
    }
}
