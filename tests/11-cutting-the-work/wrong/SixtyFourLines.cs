// wrong: there is a fixed number of 64 lines, and worker 64 counts in that of worker 0, though there is "a counter for each worker" and no upper limit to their number.
// fails: A_thousand_workers_have_a_thousand_counters
// says: "a limit that nobody asked for"
namespace Katas.CuttingTheWork;

/// <summary>Kata 5. A counter for each worker, so far apart that no two lie in one line of a processor's cache.</summary>
public sealed class PaddedCounters
{
    private const int Stride = 16; // 128 bytes

    private readonly long[] _counts;
    private readonly int _workers;

    private const int Lines = 64; // more cores than any machine here has

    /// <summary>Makes the counters, all 0.</summary>
    /// <param name="workers">How many workers there are; at least 1.</param>
    public PaddedCounters(int workers)
    {
        _workers = workers;
        _counts = new long[(Lines + 1) * Stride];
    }

    /// <summary>Counts for one worker. Only that worker may call it, so it needs no lock.</summary>
    /// <param name="worker">The worker, from 0.</param>
    /// <param name="amount">How much to add.</param>
    public void Add(int worker, long amount)
    {
        ref var mine = ref _counts[Place(worker)];
        Volatile.Write(ref mine, mine + amount);
    }

    /// <summary>What one worker has counted.</summary>
    /// <param name="worker">The worker, from 0.</param>
    public long CountOf(int worker) => Volatile.Read(ref _counts[Place(worker)]);

    /// <summary>What all workers have counted so far; it may be called while they count.</summary>
    public long Total() => Enumerable.Range(0, _workers).Sum(CountOf);

    private int Place(int worker)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(worker);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(worker, _workers);
        return (worker % Lines + 1) * Stride;
    }
}
