using System.Text;
using Katas.Harness.Pools.Broker;
using RabbitMQ.Client;

namespace Katas.Harness.Pools.Cluster;

/// <summary>One broker for all tests of this project, or the reason why there is none.</summary>
[SetUpFixture]
public sealed class BrokerForTests
{
    private static Uri? s_address;
    private static int s_names;

    /// <summary>A cluster that no other test uses.</summary>
    public static ClusterOptions NewCluster() =>
        new(s_address!)
        {
            Name = $"katas-test-{Environment.ProcessId}-{Interlocked.Increment(ref s_names)}",
        };

    /// <summary>Removes what a cluster leaves at its broker.</summary>
    public static async Task Remove(ClusterOptions cluster)
    {
        await using var connection = await Connect();
        await using var channel = await connection.CreateChannelAsync();
        foreach (var queue in (string[])[cluster.Jobs, cluster.SetAside])
            await channel.QueueDeleteAsync(queue);
        foreach (var exchange in (string[])[$"{cluster.Name}.notices", cluster.SetAside])
            await channel.ExchangeDeleteAsync(exchange);
    }

    /// <summary>Why the broker set aside each of the jobs that a cluster keeps for inspection.</summary>
    public static async Task<IReadOnlyList<string>> ReasonsIn(ClusterOptions cluster)
    {
        await using var connection = await Connect();
        await using var channel = await connection.CreateChannelAsync();
        var reasons = new List<string>();
        while (await channel.BasicGetAsync(cluster.SetAside, autoAck: true) is { } job)
        {
            var death = (List<object>)job.BasicProperties.Headers!["x-death"]!;
            var first = (IDictionary<string, object>)death[0];
            reasons.Add(Encoding.UTF8.GetString((byte[])first["reason"]));
        }
        return reasons;
    }

    [OneTimeSetUp]
    public static async Task Start()
    {
        if (SharedBroker.Missing is { } advice)
            Assert.Ignore(advice);
        s_address = await SharedBroker.Address();
    }

    private static Task<IConnection> Connect() =>
        new ConnectionFactory { Uri = s_address! }.CreateConnectionAsync();
}
