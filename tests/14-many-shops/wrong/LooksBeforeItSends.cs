// wrong: Publish asks whether there are any orders before it sends them, and so enumerates them twice: orders that can be read only once lose their first
// fails: The_orders_are_gone_through_once
// says: "go through the orders once"
using System.Text;
using RabbitMQ.Client;

namespace Katas.ManyShops;

/// <summary>Where orders come from.</summary>
public static class HeadOffice
{
    public static async Task Publish(
        IConnection broker,
        ShopQueues queues,
        IEnumerable<Order> orders
    )
    {
        // No orders: no need for a channel.
        if (!orders.Any())
            return;

        await using var channel = await broker.CreateChannelAsync(
            new CreateChannelOptions(
                publisherConfirmationsEnabled: true,
                publisherConfirmationTrackingEnabled: true
            )
        );
        foreach (var order in orders)
            await Send(channel, queues, order);
    }

    private static ValueTask Send(IChannel channel, ShopQueues queues, Order order) =>
        channel.BasicPublishAsync(
            exchange: "",
            routingKey: queues.Orders,
            mandatory: true,
            basicProperties: new BasicProperties { MessageId = order.Id, Persistent = true },
            body: Encoding.UTF8.GetBytes(order.Dish)
        );
}
