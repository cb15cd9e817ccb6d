// right: cooks in the consumer's event, and waits for one of three ends

using System.Text;
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

        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var hands = new SemaphoreSlim(1);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            await hands.WaitAsync(CancellationToken.None);
            try
            {
                // Asked to stop, it begins no order; one that came all the same goes back when the channel is closed.
                if (!cancellationToken.IsCancellationRequested)
                    await Serve(channel, queues, cook, delivery.DeliveryTag, Read(delivery));
            }
            catch (Exception e)
            {
                end.TrySetException(e);
            }
            finally
            {
                hands.Release();
            }
        };
        channel.ChannelShutdownAsync += (_, reason) =>
        {
            end.TrySetException(new AlreadyClosedException(reason));
            return Task.CompletedTask;
        };
        var consumerTag = await channel.BasicConsumeAsync(
            queues.Orders,
            autoAck: false,
            consumer,
            CancellationToken.None
        );

        await using (cancellationToken.Register(() => end.TrySetResult()))
            await end.Task;
        await channel.BasicCancelAsync(consumerTag, cancellationToken: CancellationToken.None);
        await hands.WaitAsync(CancellationToken.None);
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
