namespace Katas.Harness.Pools.Cluster;

/// <summary>Where a cluster's broker is, and which of the broker's clusters is meant.</summary>
/// <param name="Broker">The broker, for example <c>amqp://guest:guest@localhost:5672</c>.</param>
public sealed record ClusterOptions(Uri Broker)
{
    /// <summary>What the names of the cluster's queues begin with. Executors and workers that use the same name work together.</summary>
    public string Name { get; init; } = "katas";

    /// <summary>How long to wait before a broken connection is tried again.</summary>
    public TimeSpan RetryEvery { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Told, in a sentence, that a worker was lost with a job in hand, by an executor; by several threads at once.</summary>
    public Action<string>? Notice { get; init; }

    /// <summary>The name of the queue in which jobs wait, as the broker's own tools show it.</summary>
    public string Jobs => $"{Name}.jobs";

    internal string Notices => $"{Name}.notices";

    /// <summary>The name of the queue that keeps jobs that were set aside, for inspection.</summary>
    public string SetAside => $"{Name}.set-aside";
}
