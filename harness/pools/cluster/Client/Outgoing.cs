namespace Katas.Harness.Pools.Cluster.Client;

/// <summary>What an executor has to send: a job, or a notice that one was cancelled.</summary>
internal abstract record Outgoing;
