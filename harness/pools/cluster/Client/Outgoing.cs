namespace Katas.Harness.Pools.Cluster.Client;

/// <summary>What an executor has to send: a job, or a notice to forget one.</summary>
internal abstract record Outgoing;
