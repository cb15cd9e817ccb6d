// wrong: the request to stop is looked at only after an order, and none comes
// fails: An_idle_shop_stops_when_it_is_asked, A_shop_that_is_asked_to_stop_before_it_opens_returns
// may fail: Every_order_becomes_a_bowl, A_busy_shop_leaves_the_other_orders_to_others, An_order_that_failed_is_tried_again, An_order_that_failed_before_there_was_a_task_is_tried_again, An_order_that_always_fails_is_set_aside_after_three_times, The_channel_of_a_shop_is_closed_when_it_ends
// says: "Expected the shop to end when it is asked to stop"

using System.Text;
using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Katas.ManyShops;

public static class Shop
{
    public static async Task Work(
        IConnection broker,
        ShopQueues queues,
        Func<Order, Task<string>> cook,
        CancellationToken cancellationToken
    )
    {
        var options = new CreateChannelOptions(
            publisherConfirmationsEnabled: true,
            publisherConfirmationTrackingEnabled: true
        );
        await using var channel = await broker.CreateChannelAsync(options, CancellationToken.None);
        // One unacknowledged order at a time: what is in a shop's hands, no other shop can cook.
        await channel.BasicQosAsync(0, prefetchCount: 1, global: false, CancellationToken.None);

        var inbox = Channel.CreateUnbounded<(ulong Tag, Order Order)>();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
            await inbox.Writer.WriteAsync((delivery.DeliveryTag, Read(delivery)));
        channel.ChannelShutdownAsync += (_, reason) =>
        {
            inbox.Writer.TryComplete(new AlreadyClosedException(reason));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(
            queues.Orders,
            autoAck: false,
            consumer,
            CancellationToken.None
        );

        await foreach (var (tag, order) in inbox.Reader.ReadAllAsync(CancellationToken.None))
        {
            if (cancellationToken.IsCancellationRequested)
                return;
            await Serve(channel, queues, cook, tag, order);
            if (cancellationToken.IsCancellationRequested)
                return;
        }
    }

    private static Order Read(BasicDeliverEventArgs delivery) =>
        new(delivery.BasicProperties.MessageId!, Encoding.UTF8.GetString(delivery.Body.Span));

    private static async Task Serve(
        IChannel channel,
        ShopQueues queues,
        Func<Order, Task<string>> cook,
        ulong tag,
        Order order
    )
    {
        string bowl;
        try
        {
            bowl = await cook(order);
        }
        catch (Exception)
        {
            // Back to the queue, which counts how often: the third time, it sets the order aside.
            await channel.BasicNackAsync(tag, multiple: false, requeue: true);
            return;
        }
        await channel.BasicPublishAsync(
            exchange: "",
            routingKey: queues.Bowls,
            mandatory: true,
            new BasicProperties { CorrelationId = order.Id, Persistent = true },
            Encoding.UTF8.GetBytes(bowl)
        );
        // Only now. Until the broker has confirmed the bowl, the order must stay where the death of this shop cannot lose it.
        await channel.BasicAckAsync(tag, multiple: false);
    }
}
