// right: the bowls are in a quorum queue, too
using RabbitMQ.Client;

namespace Katas.ManyShops;

public static class Chain
{
    public static async Task Open(IConnection broker, ShopQueues queues)
    {
        await using var channel = await broker.CreateChannelAsync();
        await channel.QueueDeclareAsync(
            queues.SetAside,
            durable: true,
            exclusive: false,
            autoDelete: false
        );
        await channel.QueueDeclareAsync(
            queues.Bowls,
            durable: true,
            exclusive: false,
            autoDelete: false,
            arguments: new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }
        );
        await channel.QueueDeclareAsync(
            queues.Orders,
            durable: true,
            exclusive: false,
            autoDelete: false,
            new Dictionary<string, object?>
            {
                ["x-queue-type"] = "quorum",
                ["x-delivery-limit"] = 2,
                ["x-dead-letter-exchange"] = "",
                ["x-dead-letter-routing-key"] = queues.SetAside,
            }
        );
    }
}
