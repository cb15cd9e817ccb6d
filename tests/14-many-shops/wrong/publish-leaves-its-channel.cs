// wrong: each call leaves a channel open
// fails: The_channel_is_closed_each_time, The_channel_is_closed_when_an_order_fails_too
// says: "ChannelAllocation"
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
        var channel = await broker.CreateChannelAsync(options);
        foreach (var order in orders)
        {
            await channel.BasicPublishAsync(
                exchange: "",
                routingKey: queues.Orders,
                // Without it, an order to a queue that is not there is thrown away, and confirmed.
                mandatory: true,
                new BasicProperties { MessageId = order.Id, Persistent = true },
                Encoding.UTF8.GetBytes(order.Dish)
            );
        }
    }
}
