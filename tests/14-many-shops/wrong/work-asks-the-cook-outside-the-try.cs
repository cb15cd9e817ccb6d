// wrong: the cook is asked outside the try, and only its task is awaited inside
// fails: An_order_that_failed_before_there_was_a_task_is_tried_again
// says: "only the await of its task"
using System.Text;
using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Katas.ManyShops;

public static class Shop
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(50);

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
        var consumerTag = await channel.BasicConsumeAsync(
            queues.Orders,
            autoAck: false,
            consumer,
            CancellationToken.None
        );

        await using var leaving = cancellationToken.Register(() => _ = Leave());
        await foreach (var (tag, order) in inbox.Reader.ReadAllAsync(CancellationToken.None))
        {
            // An order may have come in before the broker learned that no more are wanted. It goes back when the channel closes.
            if (cancellationToken.IsCancellationRequested)
                break;
            await Serve(channel, queues, cook, tag, order);
        }

        async Task Leave()
        {
            // First no further order, then the end of the inbox: nothing comes between.
            await channel.BasicCancelAsync(consumerTag, cancellationToken: CancellationToken.None);
            inbox.Writer.TryComplete();
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
        var cooking = cook(order);
        try
        {
            bowl = await cooking;
        }
        catch (Exception)
        {
            // Back to the queue, which counts how often: the third time, it sets the order aside.
            await Task.Delay(PauseAfterFailure, TimeProvider.System);
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
