// wrong: nobody finds out whether the broker has the orders
// fails: An_order_that_the_broker_refuses_is_an_error, An_order_that_reaches_no_queue_is_an_error
// may fail: Every_order_arrives_whole_and_in_order, Orders_of_three_shops_of_which_one_dies_all_get_their_bowls
// says: "who waits for the broker's confirmation"

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
        await using var channel = await broker.CreateChannelAsync();
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
