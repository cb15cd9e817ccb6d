using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Katas.ManyShops;

/// <summary>Where each order's bowl is written down, once.</summary>
public static class Ledger
{
    /// <summary>
    /// Kata 4. Collects bowls until every order has one. Of two bowls of an order the first counts; a bowl leaves its queue only when it is
    /// written down; when the connection breaks, a new one is opened and the collection goes on.
    /// </summary>
    /// <remarks>
    /// The ledger is in this process's memory: what is acknowledged and written down is lost with it. A queue of bowls has one collection at a
    /// time, since a bowl of no order of this collection is acknowledged, too.
    /// </remarks>
    /// <param name="connect">Opens a connection; the caller disposes of it. It waits while there is no broker.</param>
    /// <param name="queues">The names of the queues, which exist.</param>
    /// <param name="orders">The ids of the orders, each once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What the cooks made, by the id of the order.</returns>
    /// <exception cref="OperationCanceledException">The wait was ended before every order had its bowl.</exception>
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

    /// <summary>A bowl in hand.</summary>
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
