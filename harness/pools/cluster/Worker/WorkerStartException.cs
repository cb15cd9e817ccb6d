using System.Globalization;

namespace Katas.Harness.Pools.Cluster.Worker;

/// <summary>A worker process has ended before it was ready for work.</summary>
public sealed class WorkerStartException : Exception
{
    internal WorkerStartException(int exitCode, string lastLine)
        : base(
            $"The worker ended with exit code {exitCode} before it was ready for work. The last line of its output: {lastLine}"
        ) => ExitCode = exitCode;

    /// <summary>What happened, for who has seen all that the worker wrote.</summary>
    public string Sentence =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"A worker ended with exit code {ExitCode} before it was ready for work. What it wrote is above."
        );

    /// <summary>What the process ended with.</summary>
    public int ExitCode { get; }
}
