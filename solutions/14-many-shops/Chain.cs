using RabbitMQ.Client;

namespace Katas.ManyShops;

/// <summary>The queues that a chain of shops stands on.</summary>
public static class Chain
{
    /// <summary>
    /// Kata 1. Declares the three queues of <paramref name="queues"/>. All of them are durable and outlive the connection that declared them.
    /// The orders are a quorum queue that hands a message out three times at most: when the third delivery fails too, the message goes to
    /// the set-aside queue. Opening a chain that is open changes nothing.
    /// </summary>
    /// <param name="broker">An open connection; it stays open.</param>
    /// <param name="queues">The names.</param>
    public static async Task Open(IConnection broker, ShopQueues queues)
    {
        await using var channel = await broker.CreateChannelAsync();
        (string Name, Dictionary<string, object?> Arguments)[] all =
        [
            (queues.SetAside, []),
            (queues.Bowls, []),
            (
                queues.Orders,
                new()
                {
                    ["x-queue-type"] = "quorum",
                    // Counts what comes after the first delivery: once, and twice again.
                    ["x-delivery-limit"] = 2,
                    // The exchange without a name leads to the queue of that name.
                    ["x-dead-letter-exchange"] = "",
                    ["x-dead-letter-routing-key"] = queues.SetAside,
                }
            ),
        ];
        foreach (var (name, arguments) in all)
        {
            await channel.QueueDeclareAsync(
                name,
                durable: true,
                exclusive: false,
                autoDelete: false,
                arguments
            );
        }
    }
}
