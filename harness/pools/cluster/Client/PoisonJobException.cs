namespace Katas.Harness.Pools.Cluster;

/// <summary>A job was set aside because one worker after the other died with it in hand. The message names them, and where the job is kept.</summary>
public sealed class PoisonJobException : Exception
{
    internal PoisonJobException(string method, IReadOnlyList<string> workers, string queue)
        : base(
            $"The job was set aside: {ClusterTopology.DeadlyLimit} workers died with it in hand"
                + $"{(workers.Count == 0 ? "" : $" ({string.Join(", ", workers)})")}. "
                + $"It is kept in the queue '{queue}'. It was {method}"
        ) => Workers = workers;

    /// <summary>The workers that had begun with the job, as far as they could still say so.</summary>
    public IReadOnlyList<string> Workers { get; }
}
