namespace Katas.Harness.Pools.Cluster.Worker;

/// <summary>A worker process has ended before it was ready for work.</summary>
public sealed class WorkerStartException : Exception
{
    internal WorkerStartException(int exitCode, string lastLine)
        : base(
            $"The worker ended with exit code {exitCode} before it was ready for work. The last line of its output: {lastLine}"
        ) => ExitCode = exitCode;

    /// <summary>What the process ended with.</summary>
    public int ExitCode { get; }
}
