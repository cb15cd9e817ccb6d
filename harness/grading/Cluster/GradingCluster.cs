using Katas.Harness.Pools.Cluster;

namespace Katas.Harness.Grading.Cluster;

/// <summary>The cluster that grades: what its queues and its one job are called.</summary>
public static class GradingCluster
{
    /// <summary>The job of a worker: a packed <see cref="ChapterJob"/> in, a packed <see cref="ChapterAnswer"/> out.</summary>
    internal const string Job = "grade-chapter";

    /// <summary>The cluster on a broker. It has queues of its own, so that its workers are never given another job.</summary>
    /// <param name="broker">The broker.</param>
    public static ClusterOptions On(Uri broker) => new(broker) { Name = "katas-grade" };
}
