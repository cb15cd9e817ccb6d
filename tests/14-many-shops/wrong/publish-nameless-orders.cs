// wrong: the order has lost its id
// fails: Every_order_arrives_whole_and_in_order, Orders_of_three_shops_of_which_one_dies_all_get_their_bowls
// says: "its id as message id"

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
        foreach (var order in orders)
        {
            await channel.BasicPublishAsync(
                exchange: "",
                routingKey: queues.Orders,
                // Without it, an order to a queue that is not there is thrown away, and confirmed.
                mandatory: true,
                new BasicProperties { Persistent = true },
                Encoding.UTF8.GetBytes(order.Dish)
            );
        }
    }
}
