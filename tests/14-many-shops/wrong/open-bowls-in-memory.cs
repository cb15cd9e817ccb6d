// wrong: the bowls are gone when the broker restarts
// fails: Bowls_and_orders_set_aside_are_kept_on_disk
// says: "not durable"

using RabbitMQ.Client;

namespace Katas.ManyShops;

public static class Chain
{
    public static async Task Open(IConnection broker, ShopQueues queues)
    {
        await using var channel = await broker.CreateChannelAsync();
        await Declare(channel, queues.SetAside, []);
        await channel.QueueDeclareAsync(
            queues.Bowls,
            durable: false,
            exclusive: false,
            autoDelete: false
        );
        await Declare(
            channel,
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
        );
    }

    private static async Task Declare(
        IChannel channel,
        string queue,
        Dictionary<string, object?> arguments
    )
    {
        await channel.QueueDeclareAsync(
            queue,
            durable: true,
            exclusive: false,
            autoDelete: false,
            arguments
        );
    }
}
