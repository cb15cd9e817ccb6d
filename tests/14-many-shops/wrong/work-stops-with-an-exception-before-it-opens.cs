// wrong: a shop that is asked to stop while it opens ends with an exception
// fails: A_shop_that_is_asked_to_stop_before_it_opens_returns
// says: "Look at who is given the token"
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
        await using var channel = await broker.CreateChannelAsync(options, cancellationToken);
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
            if (cancellationToken.IsCancellationRequested)
                break;
            await Serve(channel, queues, cook, tag, order);
        }

        async Task Leave()
        {
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
        try
        {
            bowl = await cook(order);
        }
        catch (Exception)
        {
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
        await channel.BasicAckAsync(tag, multiple: false);
    }
}
