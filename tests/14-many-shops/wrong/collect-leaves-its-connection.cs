// wrong: the connection stays open when the collection has ended
// fails: The_connection_is_closed_when_the_collection_has_ended, The_connection_is_closed_when_the_collection_was_ended_early, A_broken_connection_is_disposed_of_too
// says: "Look at who disposes of it"
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
                    // The same bowl may come again, for example when the line broke before our acknowledgement reached the broker.
                    if (missing.Remove(bowl.Order))
                        bowls.Add(bowl.Order, bowl.Content);
                    await bowl.Acknowledge();
                    if (missing.Count == 0)
                        break;
                }
            }
            catch (Exception e)
                when (e is OperationInterruptedException or IOException or ChannelClosedException)
            {
                // The line broke, perhaps while an acknowledgement was on its way out (ChannelClosedException). What was not acknowledged is
                // still the broker's, and comes again on the next.
            }
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
            // The delivery's memory is the library's again when its handler returns, so what is needed later is taken out now.
            var tag = delivery.DeliveryTag;
            return new Bowl(
                delivery.BasicProperties.CorrelationId ?? "",
                Encoding.UTF8.GetString(delivery.Body.Span),
                () => channel.BasicAckAsync(tag, multiple: false).AsTask()
            );
        }
    }
}
