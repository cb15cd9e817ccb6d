using RabbitMQ.Client;

namespace Katas.Harness.Pools.Cluster;

/// <summary>
/// The queues of a cluster. Every side declares them all when it connects: declaring is harmless when they exist, and no side has to
/// come first.
/// </summary>
internal static class ClusterTopology
{
    /// <summary>How many workers may die with a job in hand before it is set aside.</summary>
    public const int DeadlyLimit = 3;

    private const int KeptForInspection = 10_000;

    public static async Task Declare(
        IChannel channel,
        ClusterOptions options,
        CancellationToken cancellationToken
    )
    {
        // The notices that jobs were cancelled go to every worker.
        await channel
            .ExchangeDeclareAsync(
                options.Notices,
                ExchangeType.Fanout,
                durable: true,
                cancellationToken: cancellationToken
            )
            .ConfigureAwait(false);

        // Jobs that were set aside are kept for inspection, and reported to the executor that submitted them.
        await channel
            .ExchangeDeclareAsync(
                options.SetAside,
                ExchangeType.Fanout,
                durable: true,
                cancellationToken: cancellationToken
            )
            .ConfigureAwait(false);
        await channel
            .QueueDeclareAsync(
                options.SetAside,
                durable: true,
                exclusive: false,
                autoDelete: false,
                new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["x-max-length"] = KeptForInspection,
                },
                cancellationToken: cancellationToken
            )
            .ConfigureAwait(false);
        await channel
            .QueueBindAsync(
                options.SetAside,
                options.SetAside,
                "",
                cancellationToken: cancellationToken
            )
            .ConfigureAwait(false);

        // A quorum queue counts how often it had to hand out a message again, and sets it aside when that is too often.
        await channel
            .QueueDeclareAsync(
                options.Jobs,
                durable: true,
                exclusive: false,
                autoDelete: false,
                new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["x-queue-type"] = "quorum",
                    ["x-delivery-limit"] = DeadlyLimit - 1,
                    ["x-dead-letter-exchange"] = options.SetAside,
                },
                cancellationToken: cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <summary>Removes a cluster's queues from its broker, if that can be reached; whatever waits there is lost.</summary>
    public static async Task Remove(ClusterOptions options)
    {
        try
        {
            var connection = await new BrokerLink(options, "removal")
                .Connect(CancellationToken.None)
                .ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                var channel = await connection.CreateChannelAsync().ConfigureAwait(false);
                foreach (var queue in (string[])[options.Jobs, options.SetAside])
                    await channel.QueueDeleteAsync(queue).ConfigureAwait(false);
                foreach (var exchange in (string[])[options.Notices, options.SetAside])
                    await channel.ExchangeDeleteAsync(exchange).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (BrokerLink.IsBroken(e))
        {
            // A broker that is gone keeps no queues.
        }
    }
}
