namespace Katas.CuttingTheWork;

/// <summary>
/// Kata 5. A counter for each worker, so far apart that no two lie in one line of a processor's cache.
/// </summary>
/// <remarks>
/// A line is 64 bytes on most processors, 128 on some. Only the totals are tested: how far apart the counters are is shown by the <c>time</c> command, and not graded.
/// </remarks>
public sealed class PaddedCounters
{
    private const int Stride = 16; // 128 bytes, the longest line in use

    private readonly long[] _counts;
    private readonly int _workers;

    /// <summary>Makes the counters, all 0.</summary>
    /// <param name="workers">How many workers there are; at least 1.</param>
    public PaddedCounters(int workers)
    {
        _workers = workers;
        _counts = new long[(workers + 1) * Stride]; // one line is left free in front, where the array keeps its length
    }

    /// <summary>Counts for one worker. Only that worker may call it, so it needs no lock.</summary>
    /// <param name="worker">The worker, from 0.</param>
    /// <param name="amount">How much to add.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such worker.</exception>
    public void Add(int worker, long amount)
    {
        ref var mine = ref _counts[Place(worker)];
        Volatile.Write(ref mine, mine + amount); // only this worker writes here; whoever adds up reads a whole number
    }

    /// <summary>What one worker has counted.</summary>
    /// <param name="worker">The worker, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such worker.</exception>
    public long CountOf(int worker) => Volatile.Read(ref _counts[Place(worker)]);

    /// <summary>What all workers have counted so far; it may be called while they count.</summary>
    public long Total() => Enumerable.Range(0, _workers).Sum(CountOf);

    private int Place(int worker)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(worker);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(worker, _workers);
        return (worker + 1) * Stride;
    }
}
