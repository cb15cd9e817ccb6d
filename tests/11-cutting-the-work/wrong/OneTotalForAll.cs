// wrong: beside the counters all workers add to one total, and two that do so at once lose a count
// fails: In_every_interleaving_the_total_is_that_of_all_workers
// may fail: Workers_that_count_at_the_same_time_lose_nothing
// says: "what both of them write"
namespace Katas.CuttingTheWork;

public sealed class PaddedCounters
{
    private const int Stride = 16; // 128 bytes, the longest line in use

    private readonly long[] _counts;
    private readonly int _workers;
    private long _total;

    public PaddedCounters(int workers)
    {
        _workers = workers;
        _counts = new long[(workers + 1) * Stride]; // one line is left free in front, where the array keeps its length
    }

    public void Add(int worker, long amount)
    {
        ref var mine = ref _counts[Place(worker)];
        _total += amount;
        Volatile.Write(ref mine, mine + amount); // only this worker writes here; whoever adds up reads a whole number
    }

    public long CountOf(int worker) => Volatile.Read(ref _counts[Place(worker)]);

    public long Total() => _total;

    private int Place(int worker)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(worker);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(worker, _workers);
        return (worker + 1) * Stride;
    }
}
