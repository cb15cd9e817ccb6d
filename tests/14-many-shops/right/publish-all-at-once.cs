// right: does not wait for one confirmation before it sends the next order

using System.Text;
using RabbitMQ.Client;

namespace Katas.ManyShops;

public static class HeadOffice
{
    public static async Task Publish(
        IConnection broker,
        ShopQueues queues,
        IEnumerable<Order> orders
    )
    {
        // On such a channel, awaiting a publication is awaiting the broker's word that it has the message.
        var options = new CreateChannelOptions(
            publisherConfirmationsEnabled: true,
            publisherConfirmationTrackingEnabled: true
        );
        await using var channel = await broker.CreateChannelAsync(options);
        var confirmations = new List<Task>();
        foreach (var order in orders)
            confirmations.Add(Send(channel, queues, order).AsTask());
        await Task.WhenAll(confirmations);
    }

    private static ValueTask Send(IChannel channel, ShopQueues queues, Order order) =>
        channel.BasicPublishAsync(
            "",
            queues.Orders,
            mandatory: true,
            new BasicProperties
            {
                MessageId = order.Id,
                DeliveryMode = DeliveryModes.Persistent,
                ContentType = "text/plain",
            },
            Encoding.UTF8.GetBytes(order.Dish)
        );
}
