// wrong: what the queue gives up is thrown away
// fails: An_order_that_failed_three_times_is_set_aside
// says: "where it is told to send what it gives up"

using RabbitMQ.Client;

namespace Katas.ManyShops;

public static class Chain
{
    public static async Task Open(IConnection broker, ShopQueues queues)
    {
        await using var channel = await broker.CreateChannelAsync();
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
