// wrong: opening the chain again throws away what waits in it
// fails: Opening_an_open_chain_changes_nothing, A_queue_of_another_kind_in_the_place_of_the_orders_is_an_error
// says: "must wait there still"

using RabbitMQ.Client;

namespace Katas.ManyShops;

public static class Chain
{
    public static async Task Open(IConnection broker, ShopQueues queues)
    {
        await using var channel = await broker.CreateChannelAsync();
        foreach (var queue in new[] { queues.Orders, queues.Bowls, queues.SetAside })
            await channel.QueueDeleteAsync(queue);
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
