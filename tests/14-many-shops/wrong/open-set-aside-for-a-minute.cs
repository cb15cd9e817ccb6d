// wrong: what was set aside is thrown away after a minute, before a human has looked at it
// fails: Bowls_and_orders_set_aside_wait_for_as_long_as_they_must
// says: "Messages are lost from the queue"
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
            autoDelete: false,
            arguments: new Dictionary<string, object?>
            {
                ["x-queue-type"] = "quorum",
                ["x-message-ttl"] = 60_000,
            }
        );
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
