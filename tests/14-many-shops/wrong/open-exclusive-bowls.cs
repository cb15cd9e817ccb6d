// wrong: the queue of bowls goes with the connection that declared it
// fails: The_queues_outlive_the_connection_that_opened_them, Bowls_and_orders_set_aside_are_kept_on_disk, Opening_an_open_chain_changes_nothing, The_queues_outlive_those_who_listen_to_them
// says: "Look at exclusive and autoDelete"

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
            durable: true,
            exclusive: true,
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
