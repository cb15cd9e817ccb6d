namespace Katas.Harness.Pools.Cluster.Worker;

/// <summary>What became of a job.</summary>
/// <param name="Type">One of the types in <see cref="ClusterMessage"/>.</param>
/// <param name="Body">The result or the failure; empty when there is neither.</param>
internal sealed record Answer(string Type, ReadOnlyMemory<byte> Body)
{
    public static Answer Cancelled { get; } = new(ClusterMessage.Cancelled, default);
}
