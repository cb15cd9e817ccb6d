using System.Collections.Concurrent;
using Katas.Harness.Probes;
using Katas.Harness.Testing;
using RabbitMQ.Client;

namespace Katas.ManyShops;

[Kata(4, typeof(Ledger), nameof(Ledger.Collect))]
public class CollectTests : ChainTests
{
    private CancellationTokenSource _end = new();
    private IConnection? _line;
    private int _connections;

    [SetUp]
    public void BeginCollections()
    {
        _end = new CancellationTokenSource();
        _connections = 0;
    }

    [TearDown]
    public async Task EndCollections()
    {
        await _end.CancelAsync();
        _end.Dispose();
    }

    [Test]
    public async Task Every_order_gets_its_bowl()
    {
        await Kitchen.PutBowls("order 3", "order 1", "order 2");

        var bowls = await Soon.Ends(
            Collect("order 1", "order 2", "order 3"),
            "Every order has its bowl in the queue; expected the collection to end."
        );

        Assert.That(
            bowls,
            Is.EquivalentTo(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["order 1"] = "bowl of order 1",
                    ["order 2"] = "bowl of order 2",
                    ["order 3"] = "bowl of order 3",
                }
            ),
            "Expected each order's id with what the cook made of it. Look at where a message carries the two (ShopQueues tells)."
        );
    }

    [Test]
    public async Task Nothing_ordered_is_nothing_to_wait_for()
    {
        var bowls = await Soon.Ends(
            Collect(),
            "Nothing was ordered, so there is nothing to wait for."
        );

        Assert.That(bowls, Is.Empty, "Nothing was ordered, so nothing was written down.");
    }

    [Test]
    public async Task A_bowl_that_comes_twice_counts_once()
    {
        await Kitchen.PutBowls("order 1", "order 1", "order 2");

        var collection = Collect("order 1", "order 2", "order 3");
        await Kitchen.UntilWaiting(
            Kitchen.Queues.Bowls,
            0,
            "Expected the collection to take bowls."
        );
        await Kitchen.PutBowls("order 3");
        var bowls = await Soon.Ends(collection, "Now every order has its bowl.");

        Assert.That(
            bowls.Keys,
            Is.EquivalentTo((string[])["order 1", "order 2", "order 3"]),
            "Three bowls came first, two of them of the same order, and the bowl of the third order only after that. Expected the collection to count orders, not bowls."
        );
    }

    [Test]
    public async Task Of_two_bowls_of_an_order_the_first_counts()
    {
        await Kitchen.Put(
            Kitchen.Queues.Bowls,
            [("order 1", "the first bowl"), ("order 1", "the second bowl"), ("order 2", "ramen")]
        );

        var bowls = await Soon.Ends(
            Collect("order 1", "order 2"),
            "Every order has its bowl in the queue; expected the collection to end."
        );

        Assert.That(
            bowls["order 1"],
            Is.EqualTo("the first bowl"),
            "Two bowls of one order came, with different contents. Expected the first to be written down, and the second not to count. Look at what is done with a bowl whose order has one."
        );
    }

    [Test]
    public async Task A_bowl_that_is_written_down_is_gone_from_its_queue()
    {
        await Kitchen.PutBowls("order 1", "order 2");

        await Soon.Ends(
            Collect("order 1", "order 2"),
            "Every order has its bowl in the queue; expected the collection to end."
        );

        await Soon.Until(
            async () => await Kitchen.ConsumersOf(Kitchen.Queues.Bowls) == 0,
            () => "The collection has ended, and still listens to the queue of bowls."
        );
        Assert.That(
            await Kitchen.MessagesIn(Kitchen.Queues.Bowls),
            Is.EqualTo(0),
            "Expected no bowl to be offered to the next collection again. Look at what tells the broker that a bowl was written down."
        );
    }

    [Test]
    public async Task What_does_not_count_is_gone_from_the_queue_too()
    {
        await Kitchen.PutBowls("order 1", "order 1", "an order of yesterday", "order 2");

        await Soon.Ends(
            Collect("order 1", "order 2"),
            "Every order has its bowl in the queue; expected the collection to end."
        );

        await Soon.Until(
            async () => await Kitchen.ConsumersOf(Kitchen.Queues.Bowls) == 0,
            () => "The collection has ended, and still listens to the queue of bowls."
        );
        Assert.That(
            await Kitchen.MessagesIn(Kitchen.Queues.Bowls),
            Is.EqualTo(0),
            "One bowl came twice, and one was of no order that is waited for. Expected both to be acknowledged without being counted: otherwise they come again and again."
        );
    }

    [Test]
    public async Task The_connection_is_closed_when_the_collection_has_ended()
    {
        await Kitchen.PutBowls("order 1");

        await Soon.Ends(Collect("order 1"), "The order has its bowl in the queue.");

        Assert.That(
            _line!.IsOpen,
            Is.False,
            "The collection has opened a connection, and it is still open. Look at who disposes of it: the one who called for it."
        );
    }

    [Test]
    public async Task No_bowl_is_lost_when_the_connection_breaks_twice()
    {
        string[] ids = [.. Enumerable.Range(1, 60).Select(n => $"order {n}")];
        await Kitchen.Put(Kitchen.Queues.Bowls, ids.Select(id => (id, new string('~', 2000))));

        var collection = Ledger.Collect(
            ConnectThroughProxyThatCutsTwice,
            Kitchen.Queues,
            ids,
            _end.Token
        );

        var bowls = await Soon.Ends(
            collection,
            "The connection broke twice while bowls came through it, and not all of them arrived after that. The broker forgets what is acknowledged: look at when that happens, and whether the collection connects again each time."
        );
        Assert.That(
            ids.Count(id => !bowls.ContainsKey(id)),
            Is.Zero,
            "(how many of 60 bowls are missing) The connection broke while bowls came through it, and the collection ended without all of them. Look at whether the collection connects again."
        );
        Assert.That(
            Kitchen.FaultInjectingProxy.Cuts,
            Is.EqualTo(2),
            "The test did not break the connection twice."
        );
    }

    [Test]
    public async Task An_idle_collection_whose_connection_breaks_connects_again()
    {
        var collection = Ledger.Collect(
            _ => Kitchen.ConnectThroughProxy(),
            Kitchen.Queues,
            ["order 1"],
            _end.Token
        );
        await Kitchen.LetListen(Kitchen.Queues.Bowls);

        Kitchen.FaultInjectingProxy.Cut();
        await Kitchen.PutBowls("order 1");

        var bowls = await Soon.Ends(
            collection,
            "The connection of a collection broke while it waited for bowls, and a bowl that came after that was not collected. Expected it to connect again, and not to wait for bowls that cannot come. Look at who is told when the channel closes."
        );
        Assert.That(
            bowls.Keys,
            Is.EqualTo((string[])["order 1"]),
            "Expected the bowl that came after the connection had broken."
        );
    }

    [Test]
    public async Task A_collection_ends_when_it_is_asked()
    {
        await Kitchen.PutBowls("order 2");
        var collection = Collect("order 1", "order 2");
        await Kitchen.UntilWaiting(
            Kitchen.Queues.Bowls,
            0,
            "Expected the collection to take the bowl that is there."
        );

        // It has the bowl in hand before it can answer this.
        await TestChain.Flush(_line!);
        await _end.CancelAsync();

        var reason = await Soon.Fails(
            collection,
            "Expected the collection to end, with an OperationCanceledException, when it is asked to."
        );
        Assert.That(
            reason,
            Is.InstanceOf<OperationCanceledException>(),
            "Expected a collection that is ended early to say so with an OperationCanceledException."
        );
    }

    [Test]
    public async Task The_connection_is_closed_when_the_collection_was_ended_early()
    {
        var collection = Collect("order 1");
        await Kitchen.LetListen(Kitchen.Queues.Bowls);

        await _end.CancelAsync();
        await Soon.Fails(collection, "Expected the collection to end when it is asked to.");

        Assert.That(
            _line!.IsOpen,
            Is.False,
            "The collection was ended early, and the connection that it had opened is still open. Look at whether it is disposed of on every way out."
        );
    }

    [Test]
    public async Task A_broken_connection_is_disposed_of_too()
    {
        var lines = new ConcurrentQueue<DisposalProbe>();
        var collection = Ledger.Collect(
            async _ =>
            {
                var line = DisposalProbe.Watch(await Kitchen.ConnectThroughProxy());
                lines.Enqueue(line.Probe);
                return line.Connection;
            },
            Kitchen.Queues,
            ["order 1"],
            _end.Token
        );
        await Kitchen.LetListen(Kitchen.Queues.Bowls);

        Kitchen.FaultInjectingProxy.Cut();
        await Kitchen.PutBowls("order 1");
        await Soon.Ends(collection, "Expected the collection to connect again and to end.");

        Assert.That(
            lines.Select(line => line.IsDisposed),
            Is.All.True,
            "(whether each connection was disposed of) The first one broke, and the collection went on with another. A connection that is broken still has to be disposed of by whoever opened it: look at every way out of the work with one."
        );
    }

    [Test]
    public async Task A_collection_that_waits_for_a_broker_ends_when_it_is_asked()
    {
        var isThere = new TaskCompletionSource<IConnection>();
        var collection = Ledger.Collect(
            isThere.Task.WaitAsync,
            Kitchen.Queues,
            ["order 1"],
            _end.Token
        );

        await _end.CancelAsync();

        var reason = await Soon.Fails(
            collection,
            "There was no broker to connect to, and the collection waited on when it was asked to end. Look at what is told to whoever opens the connection."
        );
        Assert.That(
            reason,
            Is.InstanceOf<OperationCanceledException>(),
            "Expected a collection that is ended early to say so with an OperationCanceledException."
        );
    }

    [Test]
    public async Task Orders_of_three_shops_of_which_one_dies_all_get_their_bowls()
    {
        Order[] orders = [.. Enumerable.Range(1, 12).Select(n => new Order($"order {n}", "ramen"))];
        var gate = new Gate("the connection of the first shop to break", Soon.GateLimit);
        var doomed = await Kitchen.ConnectThroughProxy();
        await Soon.Ends(
            HeadOffice.Publish(Kitchen.Broker, Kitchen.Queues, orders),
            "Expected Publish to come back once the broker has confirmed every order."
        );
        _ = Shop.Work(doomed, Kitchen.Queues, new Cook(gate).Make, _end.Token);
        await gate.WaitForArrivalsAsync(1);
        await TestChain.Flush(doomed);

        Kitchen.FaultInjectingProxy.Cut();
        gate.Open();
        for (var shop = 2; shop <= 3; shop++)
            _ = Shop.Work(await Kitchen.Connect(), Kitchen.Queues, new Cook().Make, _end.Token);
        var bowls = await Soon.Ends(
            Collect([.. orders.Select(order => order.Id)]),
            "One of three shops died, and not every order has its bowl. Look at the other katas' tests first."
        );

        Assert.That(
            bowls.Keys,
            Is.EquivalentTo(orders.Select(order => order.Id)),
            "Twelve orders were published and one of three shops died. Expected one bowl for each order."
        );
    }

    private Task<IReadOnlyDictionary<string, string>> Collect(params string[] orders) =>
        Ledger.Collect(
            async _ => _line = await Kitchen.Connect(),
            Kitchen.Queues,
            orders,
            _end.Token
        );

    private async Task<IConnection> ConnectThroughProxyThatCutsTwice(
        CancellationToken cancellationToken
    )
    {
        var broker = await Kitchen.ConnectThroughProxy();
        if (Interlocked.Increment(ref _connections) <= 2)
            Kitchen.FaultInjectingProxy.CutAfter(40_000);
        return broker;
    }
}
