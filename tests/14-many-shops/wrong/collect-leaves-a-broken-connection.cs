// wrong: a connection is disposed of when all bowls are there, and not when it breaks or the collection is ended
// fails: The_connection_is_closed_when_the_collection_was_ended_early, A_broken_connection_is_disposed_of_too
// says: "every way out"
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Katas.ManyShops;

public static class Ledger
{
    public static async Task<IReadOnlyDictionary<string, string>> Collect(
        Func<CancellationToken, Task<IConnection>> connect,
        ShopQueues queues,
        IReadOnlyCollection<string> orders,
        CancellationToken cancellationToken
    )
    {
        var missing = orders.ToHashSet(StringComparer.Ordinal);
        var bowls = new Dictionary<string, string>(StringComparer.Ordinal);
        while (missing.Count > 0)
        {
            var broker = await connect(cancellationToken);
            try
            {
                await foreach (var bowl in Receive(broker, queues, cancellationToken))
                {
                    if (missing.Remove(bowl.Order))
                        bowls.Add(bowl.Order, bowl.Content);
                    await bowl.Acknowledge();
                    if (missing.Count == 0)
                        break;
                }
                await broker.DisposeAsync();
            }
            catch (Exception e)
                when (e is OperationInterruptedException or IOException or ChannelClosedException)
            { }
        }
        return bowls;
    }

    private static async IAsyncEnumerable<Bowl> Receive(
        IConnection broker,
        ShopQueues queues,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var channel = await broker.CreateChannelAsync(
            cancellationToken: cancellationToken
        );
        var inbox = Channel.CreateUnbounded<Bowl>();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
            await inbox.Writer.WriteAsync(Bowl.Of(channel, delivery));
        channel.ChannelShutdownAsync += (_, reason) =>
        {
            inbox.Writer.TryComplete(new AlreadyClosedException(reason));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queues.Bowls, autoAck: false, consumer, cancellationToken);
        await foreach (var bowl in inbox.Reader.ReadAllAsync(cancellationToken))
            yield return bowl;
    }

    private sealed record Bowl(string Order, string Content, Func<Task> Acknowledge)
    {
        public static Bowl Of(IChannel channel, BasicDeliverEventArgs delivery)
        {
            var tag = delivery.DeliveryTag;
            return new Bowl(
                delivery.BasicProperties.CorrelationId ?? "",
                Encoding.UTF8.GetString(delivery.Body.Span),
                () => channel.BasicAckAsync(tag, multiple: false).AsTask()
            );
        }
    }
}
