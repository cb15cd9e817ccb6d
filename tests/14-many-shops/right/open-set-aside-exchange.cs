// right: what is given up passes an exchange of its own

using RabbitMQ.Client;

namespace Katas.ManyShops;

public static class Chain
{
    public static async Task Open(IConnection broker, ShopQueues queues)
    {
        await using var channel = await broker.CreateChannelAsync();
        await Declare(channel, queues.SetAside, []);
        await channel.ExchangeDeclareAsync(
            queues.SetAside,
            ExchangeType.Fanout,
            durable: false,
            autoDelete: true
        );
        await channel.QueueBindAsync(queues.SetAside, queues.SetAside, "");
        await Declare(channel, queues.Bowls, []);
        await Declare(
            channel,
            queues.Orders,
            new()
            {
                ["x-queue-type"] = "quorum",
                // Counts what comes after the first delivery: once, and twice again.
                ["x-delivery-limit"] = 2,
                ["x-dead-letter-exchange"] = queues.SetAside,
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
