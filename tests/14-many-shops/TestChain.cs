using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Katas.Harness.Pools.Broker;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Katas.ManyShops;

/// <summary>One test's chain of shops on the broker: queues that no other test uses, what is in them, and connections that can be broken.</summary>
internal sealed class TestChain : IAsyncDisposable
{
    private static Uri? s_address;
    private static IConnection? s_own;
    private static int s_chains;

    // A kata may connect again while its test ends.
    private readonly ConcurrentQueue<IAsyncDisposable> _connections = new();
    private readonly FaultInjectingProxy _proxy = FaultInjectingProxy.To(s_address!);

    private TestChain(ShopQueues queues) => Queues = queues;

    public ShopQueues Queues { get; }

    /// <summary>The connection that the test hands to the kata. Whatever becomes of it there, the test sees and clears up by its own.</summary>
    public IConnection Broker { get; private set; } = null!;

    /// <summary>What stands between the broker and those that connect by <see cref="ConnectThroughProxy"/>.</summary>
    public FaultInjectingProxy FaultInjectingProxy => _proxy;

    /// <summary>The broker's address.</summary>
    public static Uri Address => s_address!;

    /// <summary>Finds or starts the broker, and opens the tests' own connection: the first of a process takes its time.</summary>
    public static async Task FindBroker()
    {
        s_address = await SharedBroker.Address();
        s_own = await Connect(s_address);
    }

    /// <summary>Closes the tests' own connection.</summary>
    public static async Task LeaveBroker()
    {
        if (s_own is not null)
            await s_own.DisposeAsync();
        s_own = null;
    }

    public static async Task<TestChain> Begin(bool open)
    {
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"chain-{Environment.ProcessId}-{Interlocked.Increment(ref s_chains)}"
        );
        var chain = new TestChain(ShopQueues.Of(name));
        chain.Broker = await chain.Connect();
        if (open)
            await chain.Open();
        return chain;
    }

    /// <summary>Connects to the broker.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="channels">How many channels may be open at once; 0 for as many as the broker allows.</param>
    public static Task<IConnection> Connect(Uri address, ushort channels = 0) =>
        new ConnectionFactory
        {
            Uri = address,
            AutomaticRecoveryEnabled = false,
            RequestedChannelMax = channels,
        }.CreateConnectionAsync();

    /// <summary>Another connection, as of another shop.</summary>
    public Task<IConnection> Connect() => Keep(Connect(s_address!));

    /// <summary>A connection on which two channels may be open at once: whoever leaves channels open is found out by the third.</summary>
    public Task<IConnection> ConnectForTwoChannels() => Keep(Connect(s_address!, channels: 2));

    /// <summary>A connection that the test can break.</summary>
    public Task<IConnection> ConnectThroughProxy() => Keep(Connect(_proxy.Address));

    /// <summary>Waits until the broker has received all that was sent on a connection so far, for example an acknowledgement that came too early.</summary>
    public static async Task Flush(IConnection connection)
    {
        await using var channel = await connection.CreateChannelAsync();
    }

    /// <summary>Puts orders into their queue.</summary>
    public Task PutOrders(params IEnumerable<string> ids) =>
        Put(Queues.Orders, ids.Select(id => (id, "ramen")));

    /// <summary>Puts bowls into their queue.</summary>
    public Task PutBowls(params IEnumerable<string> ids) =>
        Put(Queues.Bowls, ids.Select(id => (id, $"bowl of {id}")));

    /// <summary>Puts messages into a queue.</summary>
    public async Task Put(string queue, IEnumerable<(string Id, string Text)> messages)
    {
        await using var channel = await s_own!.CreateChannelAsync(
            new CreateChannelOptions(
                publisherConfirmationsEnabled: true,
                publisherConfirmationTrackingEnabled: true
            )
        );
        await Task.WhenAll(messages.Select(message => Put(channel, queue, message).AsTask()));
    }

    /// <summary>Takes all messages out of a queue, in their order.</summary>
    public async Task<IReadOnlyList<Message>> TakeAll(string queue)
    {
        await using var channel = await s_own!.CreateChannelAsync();
        var messages = new List<Message>();
        while (await channel.BasicGetAsync(queue, autoAck: true) is { } message)
            messages.Add(Message.Of(message));
        return messages;
    }

    /// <summary>How many messages wait in a queue, in nobody's hands; <see langword="null"/> when there is no such queue.</summary>
    /// <remarks>A quorum queue that cannot answer within 250 ms says that it is empty: use <see cref="UntilWaiting"/> for what must be there.</remarks>
    public async Task<int?> MessagesIn(string queue) => (int?)(await Inspect(queue))?.MessageCount;

    /// <summary>How many shops listen to a queue.</summary>
    public async Task<int?> ConsumersOf(string queue) =>
        (int?)(await Inspect(queue))?.ConsumerCount;

    /// <summary>Gives a shop a moment to listen to a queue. One that asks for each message never does, and need not.</summary>
    public async Task LetListen(string queue)
    {
        for (var polls = 25; polls > 0 && await ConsumersOf(queue) == 0; polls--)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
    }

    /// <summary>Waits until that many messages wait in a queue.</summary>
    public async Task UntilWaiting(string queue, int count, string complaint)
    {
        var seen = -1;
        await Soon.Until(
            async () => (seen = await MessagesIn(queue) ?? -1) == count,
            () =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{complaint} (Waited for {count} in the queue '{queue}', saw {seen}.)"
                )
        );
    }

    public async Task Delete(string queue)
    {
        await using var channel = await s_own!.CreateChannelAsync();
        await channel.QueueDeleteAsync(queue);
    }

    /// <summary>Makes a queue of the test's own, as no kata would.</summary>
    public async Task Declare(string queue, Dictionary<string, object?> arguments)
    {
        await using var channel = await s_own!.CreateChannelAsync();
        await channel.QueueDeclareAsync(queue, true, false, false, arguments);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections)
            await connection.DisposeAsync();
        _proxy.Dispose();
        foreach (var queue in (string[])[Queues.Orders, Queues.Bowls, Queues.SetAside])
            await Delete(queue);
    }

    private async Task Open()
    {
        await Declare(Queues.SetAside, []);
        await Declare(Queues.Bowls, []);
        await Declare(
            Queues.Orders,
            new()
            {
                ["x-queue-type"] = "quorum",
                ["x-delivery-limit"] = 2,
                ["x-dead-letter-exchange"] = "",
                ["x-dead-letter-routing-key"] = Queues.SetAside,
            }
        );
    }

    private static ValueTask Put(
        IChannel channel,
        string queue,
        (string Id, string Text) message
    ) =>
        channel.BasicPublishAsync(
            "",
            queue,
            mandatory: true,
            new BasicProperties
            {
                MessageId = message.Id,
                CorrelationId = message.Id,
                Persistent = true,
            },
            Encoding.UTF8.GetBytes(message.Text)
        );

    private async Task<QueueDeclareOk?> Inspect(string queue)
    {
        await using var channel = await s_own!.CreateChannelAsync();
        try
        {
            return await channel.QueueDeclarePassiveAsync(queue);
        }
        catch (OperationInterruptedException)
        {
            return null;
        }
    }

    private async Task<IConnection> Keep(Task<IConnection> connecting)
    {
        var connection = await connecting;
        _connections.Enqueue(connection);
        return connection;
    }
}
