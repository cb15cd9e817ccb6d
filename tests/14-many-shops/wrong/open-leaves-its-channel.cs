// wrong: each call leaves a channel open
// fails: Opening_a_chain_leaves_no_channel_open
// says: "closes the channel that it has opened"

using RabbitMQ.Client;

namespace Katas.ManyShops;

public static class Chain
{
    public static async Task Open(IConnection broker, ShopQueues queues)
    {
        var channel = await broker.CreateChannelAsync();
        await Declare(channel, queues.SetAside, []);
        await Declare(channel, queues.Bowls, []);
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
