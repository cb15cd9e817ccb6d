// wrong: the queue of bowls counts, too, how often a message was handed out
// fails: Bowls_and_orders_set_aside_may_come_back_often
// says: "Only orders are counted"
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
        await channel.QueueDeclareAsync(
            queues.SetAside,
            durable: true,
            exclusive: false,
            autoDelete: false
        );
        var arguments = new Dictionary<string, object?>
        {
            ["x-queue-type"] = "quorum",
            ["x-delivery-limit"] = 2,
            ["x-dead-letter-exchange"] = "",
            ["x-dead-letter-routing-key"] = queues.SetAside,
        };
        foreach (var name in new[] { queues.Orders, queues.Bowls })
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
