namespace Katas.Harness.Pools.Cluster.Client;

/// <summary>A job to send.</summary>
/// <param name="Job">The job to send.</param>
internal sealed record OutgoingJob(ClusterJob Job) : Outgoing;
