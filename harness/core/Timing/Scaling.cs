namespace Katas.Harness.Timing;

/// <summary>What a speed-up says about the workers.</summary>
public static class Scaling
{
    /// <summary>How much of each worker was put to use: speed-up over workers, 1 at best.</summary>
    /// <param name="speedup">Sequential time over pooled time.</param>
    /// <param name="workers">How many workers; at least 1.</param>
    public static double Efficiency(double speedup, int workers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        return speedup / workers;
    }

    /// <summary>
    /// The share of the work that behaves as if it could not be divided, in Amdahl's sense, from what was measured:
    /// e = (1/S - 1/p) / (1 - 1/p) (Karp and Flatt, 1990). It grows with the workers when the overhead does; it is below 0 when the speed-up is more than the workers explain.
    /// </summary>
    /// <param name="speedup">Sequential time over pooled time; more than 0.</param>
    /// <param name="workers">How many workers; at least 1.</param>
    /// <returns>The serial fraction, or <see langword="null"/> for one worker, for whom it is not defined.</returns>
    public static double? SerialFraction(double speedup, int workers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(speedup, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        var share = 1.0 / workers;
        return workers == 1 ? null : (1 / speedup - share) / (1 - share);
    }

    /// <summary>
    /// How long a job must be for the pool to win: a job of length c costs c alone and c/p + o in the pool, so c = o p / (p - 1).
    /// </summary>
    /// <param name="overheadSeconds">What handing over one job costs, in seconds; 0 or more.</param>
    /// <param name="workers">How many workers; at least 1.</param>
    /// <returns>The length in seconds, or <see langword="null"/> for one worker, with whom a pool never wins.</returns>
    public static double? BreakEvenSeconds(double overheadSeconds, int workers)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(overheadSeconds);
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        return workers == 1 ? null : overheadSeconds * workers / (workers - 1);
    }
}
