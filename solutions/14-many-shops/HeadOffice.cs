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
        // On such a channel, awaiting a publication is awaiting the broker's word that it has the message.
        var options = new CreateChannelOptions(
            publisherConfirmationsEnabled: true,
            publisherConfirmationTrackingEnabled: true
        );
        await using var channel = await broker.CreateChannelAsync(options);
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
