namespace Katas.Harness.Pools.Cluster.Worker;

/// <summary>A worker ends, time and again, before it is ready.</summary>
public sealed class WorkerStartException : Exception
{
    internal WorkerStartException(int exitCode, string lastWords)
        : base(
            $"The worker ended with exit code {exitCode} before it was ready for work. Its last words: {lastWords}"
        ) { }
}
