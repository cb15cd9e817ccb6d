namespace Katas.Harness.Pools.Cluster.Worker;

/// <summary>What became of a job.</summary>
/// <param name="Type">One of the words of <see cref="ClusterMessage"/>.</param>
/// <param name="Body">What goes with it.</param>
internal sealed record Answer(string Type, ReadOnlyMemory<byte> Body)
{
    public static Answer Cancelled { get; } = new(ClusterMessage.Cancelled, default);
}
