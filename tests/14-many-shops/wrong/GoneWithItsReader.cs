// wrong: the set-aside queue is declared without autoDelete: false, and the default is true: it goes, with all in it, when its last consumer leaves
// fails: The_queues_outlive_those_who_listen_to_them
// says: "and the queue went, too"
using RabbitMQ.Client;

namespace Katas.ManyShops;

/// <summary>The queues that a chain of shops stands on.</summary>
public static class Chain
{
    private const int Deliveries = 3;

    public static async Task Open(IConnection broker, ShopQueues queues)
    {
        await using var channel = await broker.CreateChannelAsync();
        await channel.QueueDeclareAsync(queues.SetAside, durable: true, exclusive: false);
        await channel.QueueDeclareAsync(
            queues.Bowls,
            durable: true,
            exclusive: false,
            autoDelete: false
        );
        await channel.QueueDeclareAsync(
            queues.Orders,
            durable: true,
            exclusive: false,
            autoDelete: false,
            arguments: new Dictionary<string, object?>
            {
                ["x-queue-type"] = "quorum",
                ["x-delivery-limit"] = Deliveries - 1,
                ["x-dead-letter-exchange"] = "",
                ["x-dead-letter-routing-key"] = queues.SetAside,
            }
        );
    }
}
