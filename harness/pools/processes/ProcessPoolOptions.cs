namespace Katas.Harness.Pools.Processes;

/// <summary>How a process pool is set up.</summary>
public sealed record ProcessPoolOptions
{
    /// <summary>How many worker processes; at least 1. By default, one for each core.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>What the pool is called in tables.</summary>
    public string Name { get; init; } = "processes";

    /// <summary>
    /// How long a job may run before its worker is killed and replaced; <see langword="null"/> for as long as it likes. In a chunk each
    /// argument has this long.
    /// </summary>
    public TimeSpan? JobTimeout { get; init; }

    /// <summary>How long a job that was asked to stop by a shutdown may still run before its worker is killed.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Where the lines go that jobs write to standard output and standard error, whole lines only; <see langword="null"/> to drop them. They
    /// are read in any case, so that no job waits for a reader. It is called by one thread at a time; once it throws, it gets no more lines from
    /// that worker.
    /// </summary>
    public TextWriter? Output { get; init; }
}
