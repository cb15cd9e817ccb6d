using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Katas.Harness.Pools.Cluster;

/// <summary>
/// One side's connection to the broker. When it breaks, a new one is made and the session begins again, until the link is closed: what is to
/// be done is kept by the two sides, never by the connection.
/// </summary>
internal sealed class BrokerLink(ClusterOptions options, string name)
{
    /// <summary>Opens a connection.</summary>
    /// <exception cref="NoBrokerException">Nobody answers, or lets us in.</exception>
    public async Task<IConnection> Connect(CancellationToken cancellationToken)
    {
        var factory = new ConnectionFactory
        {
            Uri = options.Broker,
            ClientProvidedName = name,
            // The session begins again as a whole instead, so that nothing depends on what the library remembers of it.
            AutomaticRecoveryEnabled = false,
            SocketFactory = BrokerSocket.Create,
        };
        try
        {
            return await factory.CreateConnectionAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (BrokerUnreachableException e)
        {
            throw new NoBrokerException(options.Broker, e);
        }
    }

    /// <summary>Opens a channel on which the broker confirms what it has taken, and which ends its session when it breaks.</summary>
    public static async Task<IChannel> OpenChannel(
        IConnection connection,
        CancellationTokenSource session
    )
    {
        var channel = await connection
            .CreateChannelAsync(
                new CreateChannelOptions(
                    publisherConfirmationsEnabled: true,
                    publisherConfirmationTrackingEnabled: true,
                    // Both sides bound what is on its way themselves.
                    outstandingPublisherConfirmationsRateLimiter: null
                ),
                session.Token
            )
            .ConfigureAwait(false);
        channel.ChannelShutdownAsync += (_, _) => session.CancelAsync();
        return channel;
    }

    /// <summary>Runs sessions, one after the other, until the link is closed.</summary>
    /// <param name="first">A connection that is open already, or <see langword="null"/>.</param>
    /// <param name="session">What to do with a connection; its source is cancelled when the connection breaks, and when the link is closed.</param>
    /// <param name="onTrouble">Is told why a connection ended, or why there is none.</param>
    /// <param name="closing">Closes the link.</param>
    public async Task Keep(
        IConnection? first,
        Func<IConnection, CancellationTokenSource, Task> session,
        Action<Exception> onTrouble,
        CancellationToken closing
    )
    {
        var connection = first;
        while (!closing.IsCancellationRequested)
        {
            // Lives longer than the connection, whose last events still cancel it.
            using var end = CancellationTokenSource.CreateLinkedTokenSource(closing);
            try
            {
                connection ??= await Connect(closing).ConfigureAwait(false);
                connection.ConnectionShutdownAsync += (_, _) => end.CancelAsync();
                await session(connection, end).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // Broken or closing: the loop's condition knows which.
            }
            catch (Exception e) when (IsBroken(e))
            {
                onTrouble(e);
            }
            finally
            {
                if (connection is not null)
                    await Discard(connection).ConfigureAwait(false);
                connection = null;
            }
            await Pause(closing).ConfigureAwait(false);
        }
    }

    /// <summary>Whether an exception says that the connection broke, so that a new one may help. The library's own queues close with the connection, too.</summary>
    public static bool IsBroken(Exception e) =>
        e
            is NoBrokerException { MayCome: true }
                or OperationInterruptedException
                or PublishException
                or IOException
                or TimeoutException
                or OperationCanceledException
                or ObjectDisposedException
                or ChannelClosedException;

    private async Task Pause(CancellationToken closing) =>
        await Task.Delay(options.RetryEvery, TimeProvider.System, closing)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static async Task Discard(IConnection connection)
    {
        try
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (IsBroken(e))
        {
            // It was broken already.
        }
    }
}
