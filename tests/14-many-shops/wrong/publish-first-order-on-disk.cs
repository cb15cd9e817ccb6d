// wrong: only the first order is persistent
// fails: An_order_is_kept_on_disk, The_orders_are_gone_through_once
// says: "only the persistent ones are sure to"
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
        await using var channel = await broker.CreateChannelAsync(
            new CreateChannelOptions(
                publisherConfirmationsEnabled: true,
                publisherConfirmationTrackingEnabled: true
            )
        );
        foreach (var order in orders)
        {
            var properties = new BasicProperties
            {
                Persistent = order == orders.First(),
                MessageId = order.Id,
            };
            await channel.BasicPublishAsync(
                "",
                queues.Orders,
                mandatory: true,
                properties,
                Encoding.UTF8.GetBytes(order.Dish)
            );
        }
    }
}
