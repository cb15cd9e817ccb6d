namespace Katas.Harness.Pools.Cluster.Worker;

/// <summary>What a supervisor and its worker process say to each other.</summary>
internal enum WorkerMessage
{
    /// <summary>From the worker, on its standard error: it takes jobs.</summary>
    Ready,

    /// <summary>To the worker, on its standard input: end the job in hand and exit.</summary>
    Stop,
}
