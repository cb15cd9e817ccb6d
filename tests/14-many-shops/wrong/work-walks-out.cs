// wrong: asked to stop, the shop drops the bowl in hand
// fails: A_shop_that_is_asked_to_stop_ends_the_bowl_in_hand_and_takes_no_more
// may fail: Every_order_becomes_a_bowl, The_channel_of_a_shop_is_closed_when_it_ends
// says: "bowl in hand to be finished"

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
            inbox.Writer.TryComplete(
                cancellationToken.IsCancellationRequested
                    ? null
                    : new AlreadyClosedException(reason)
            );
            return Task.CompletedTask;
        };
        var consumerTag = await channel.BasicConsumeAsync(
            queues.Orders,
            autoAck: false,
            consumer,
            CancellationToken.None
        );

        await using var leaving = cancellationToken.Register(() => _ = Leave());
        await foreach (var (tag, order) in inbox.Reader.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                await Serve(channel, queues, cook, tag, order);
            }
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }

        async Task Leave()
        {
            await channel.AbortAsync(CancellationToken.None);
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
