namespace Katas.CuttingTheWork;

/// <summary>
/// Kata 5. A counter for each worker, so far apart that no two lie in one line of a processor's cache.
/// </summary>
/// <remarks>
/// A line is 64 bytes on most processors, 128 on some. Only the totals are tested: how far apart the counters are is shown by the <c>time</c> command, and not graded.
/// </remarks>
public sealed class PaddedCounters
{
    /// <summary>Makes the counters, all 0.</summary>
    /// <param name="workers">How many workers there are; at least 1.</param>
    public PaddedCounters(int workers)
    {
        // TODO: make room for the counters.
        throw new NotImplementedException();
    }

    /// <summary>Counts for one worker. Only that worker may call it, so it needs no lock.</summary>
    /// <param name="worker">The worker, from 0.</param>
    /// <param name="amount">How much to add.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such worker.</exception>
    public void Add(int worker, long amount)
    {
        // TODO: count for this worker.
        throw new NotImplementedException();
    }

    /// <summary>What one worker has counted.</summary>
    /// <param name="worker">The worker, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such worker.</exception>
    public long CountOf(int worker)
    {
        // TODO: look up what this worker has counted.
        throw new NotImplementedException();
    }

    /// <summary>What all workers have counted so far; it may be called while they count.</summary>
    public long Total()
    {
        // TODO: add up.
        throw new NotImplementedException();
    }
}
