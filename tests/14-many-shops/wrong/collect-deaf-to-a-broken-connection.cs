// wrong: a connection that breaks while no bowl comes is not noticed
// fails: An_idle_collection_whose_connection_breaks_connects_again, A_broken_connection_is_disposed_of_too
// may fail: No_bowl_is_lost_when_the_connection_breaks_twice
// says: "who is told when the channel closes"

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
            await using var broker = await connect(cancellationToken);
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
                // The line broke. What was not acknowledged is still the broker's, and comes again on the next.
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
