// wrong: the channel is closed only when every order has arrived
// fails: The_channel_is_closed_when_an_order_fails_too
// says: "on every way out"
using System.Text;
using RabbitMQ.Client;

namespace Katas.ManyShops;

/// <summary>Where orders come from.</summary>
public static class HeadOffice
{
    /// <summary>
    /// Kata 2. Sends each order to the queue of orders, as a message that a broker keeps on its disk, and returns when the broker has
    /// confirmed that it has them all. An order that the broker refuses, or that reaches no queue, is an exception.
    /// </summary>
    /// <param name="broker">An open connection; it stays open.</param>
    /// <param name="queues">The names of the queues, which exist.</param>
    /// <param name="orders">The orders, in the order in which the shops get them.</param>
    public static async Task Publish(
        IConnection broker,
        ShopQueues queues,
        IEnumerable<Order> orders
    )
    {
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
                mandatory: true,
                new BasicProperties { MessageId = order.Id, Persistent = true },
                Encoding.UTF8.GetBytes(order.Dish)
            );
        }
        await channel.CloseAsync();
        await channel.DisposeAsync();
    }
}
