using System.Diagnostics;
using Katas.Harness.Pools.Processes;
using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.ManyShops;

[Kata(3, typeof(Shop), nameof(Shop.Work))]
public class WorkTests : ChainTests
{
    private const string StillThere =
        "Expected the shop to end when it is asked to stop. Look at what it waits for, and who tells it.";

    private CancellationTokenSource _stop = new();
    private ProcessPoolExecutor? _processes;

    /// <summary>A process takes its time to start, so it starts before the first test.</summary>
    [OneTimeSetUp]
    public async Task StartProcess()
    {
        if (IsStub)
            return;
        _processes = new ProcessPoolExecutor(1);
        await _processes.Submit(ShopProcess.WarmUp, TestChain.Address);
    }

    [OneTimeTearDown]
    public async Task EndProcess()
    {
        if (_processes is null)
            return;
        await _processes.Shutdown(cancelPending: true);
        await _processes.DisposeAsync();
    }

    [SetUp]
    public void OpenShops() => _stop = new CancellationTokenSource();

    [TearDown]
    public async Task CloseShops()
    {
        await _stop.CancelAsync();
        _stop.Dispose();
    }

    [Test]
    public async Task Every_order_becomes_a_bowl()
    {
        string[] ids = [.. Enumerable.Range(1, 8).Select(n => $"order {n}")];
        await Kitchen.Put(Kitchen.Queues.Orders, ids.Select(id => (id, $"라면 for {id}")));

        var shop = Shop.Work(
            Kitchen.Broker,
            Kitchen.Queues,
            order => Task.FromResult($"{order.Dish} 🍜"),
            _stop.Token
        );
        await Kitchen.UntilWaiting(
            Kitchen.Queues.Bowls,
            ids.Length,
            "Expected one bowl for each order."
        );
        await _stop.CancelAsync();
        await Soon.Ends(shop, StillThere);

        var bowls = await Kitchen.TakeAll(Kitchen.Queues.Bowls);
        Assert.That(
            Lines(bowls.Select(bowl => $"{bowl.CorrelationId} is {bowl.Text}")),
            Is.EqualTo(Lines(ids.Select(id => $"{id} is 라면 for {id} 🍜"))),
            "The cook makes '라면 for order 1 🍜' of the dish '라면 for order 1'. Expected each bowl to carry its order's id as correlation id, and that as body, in UTF-8."
        );
        Assert.That(
            bowls.Select(bowl => bowl.Persistent),
            Is.All.True,
            "Expected the bowls to be kept on disk, as the orders were: once a bowl is confirmed, its order is acknowledged, and nobody else has it."
        );
        Assert.That(
            await Kitchen.MessagesIn(Kitchen.Queues.Orders),
            Is.EqualTo(0),
            "Every order has become a bowl, so none may be offered again. Look at what tells the broker that an order is done."
        );
    }

    [Test]
    public async Task The_order_in_the_hands_of_a_shop_that_dies_goes_to_another()
    {
        await Kitchen.PutOrders("order 1");
        var gate = new Gate("the connection of the shop to break", Soon.GateLimit);
        var broker = await Kitchen.ConnectThroughProxy();
        var shop = Shop.Work(broker, Kitchen.Queues, new Cook(gate).Make, _stop.Token);
        await gate.WaitForArrivalsAsync(1);

        await TestChain.Flush(broker);
        Kitchen.FaultInjectingProxy.Cut();

        await Kitchen.UntilWaiting(
            Kitchen.Queues.Orders,
            1,
            "The shop died while it cooked, and its order is lost: the broker thought it done. Look at when the order is acknowledged, and by whom."
        );
        gate.Open();
        await Soon.Fails(
            shop,
            "Expected the shop to end with an exception when its connection broke, so that its owner can open it again."
        );
    }

    [Test]
    public async Task The_order_in_the_hands_of_a_process_that_is_killed_goes_to_another()
    {
        await Kitchen.PutOrders("order 1");
        var cooking = Path.GetTempFileName();
        File.Delete(cooking);
        var doomed = _processes!.Submit(
            ShopProcess.CookForEver,
            new ShopProcess.Orders(TestChain.Address, Kitchen.Queues, cooking)
        );
        await Soon.Until(
            () => Task.FromResult(File.Exists(cooking)),
            () => "Expected the shop in another process to begin to cook."
        );

        using (var process = Process.GetProcessById(_processes.WorkerProcessIds[0]))
            process.Kill();
        await Soon.Fails(doomed, "The process was killed.");

        File.Delete(cooking);
        _ = Shop.Work(Kitchen.Broker, Kitchen.Queues, new Cook().Make, _stop.Token);
        await Kitchen.UntilWaiting(
            Kitchen.Queues.Bowls,
            1,
            "The process of a shop was killed while it cooked, and no other shop got its order. Look at when the order is acknowledged."
        );
    }

    [Test]
    public async Task An_order_stays_with_the_broker_until_its_bowl_is_confirmed()
    {
        await Kitchen.Delete(Kitchen.Queues.Bowls);
        await Kitchen.PutOrders("order 1");

        var shop = Shop.Work(Kitchen.Broker, Kitchen.Queues, new Cook().Make, _stop.Token);

        await Soon.Fails(
            shop,
            "There is no queue for bowls, so the broker could not take the bowl. Expected the shop to end with an exception; look at who waits for the confirmation of the bowl, and at whether it is mandatory that the bowl reaches a queue."
        );
        await Kitchen.UntilWaiting(
            Kitchen.Queues.Orders,
            1,
            "The bowl reached nobody, and the order is gone as well. Look at the order of three things: the bowl is sent, the bowl is confirmed, the order is acknowledged. And look at whether the shop's channel is closed when it ends."
        );
    }

    [Test]
    public async Task A_busy_shop_leaves_the_other_orders_to_others()
    {
        await Kitchen.PutOrders(Enumerable.Range(1, 5).Select(n => $"order {n}"));
        var gate = new Gate("the other shop to cook the rest", Soon.GateLimit);
        var line = await Kitchen.Connect();
        var busy = Shop.Work(line, Kitchen.Queues, new Cook(gate).Make, _stop.Token);
        await gate.WaitForArrivalsAsync(1);

        // An order that was let go too early is gone before the other shop comes.
        await TestChain.Flush(line);
        var free = Shop.Work(await Kitchen.Connect(), Kitchen.Queues, new Cook().Make, _stop.Token);

        await Kitchen.UntilWaiting(
            Kitchen.Queues.Bowls,
            4,
            "One shop is busy with one order; expected the other shop to cook the other four. The busy one holds orders that it cannot cook yet: look at how many the broker may put into its hands."
        );
        gate.Open();
        await Kitchen.UntilWaiting(Kitchen.Queues.Bowls, 5, "Expected the last bowl too.");
        await _stop.CancelAsync();
        await Soon.Ends(Task.WhenAll(busy, free), StillThere);
    }

    [Test]
    public async Task An_order_that_failed_is_tried_again()
    {
        await Kitchen.PutOrders("order 1", "order 2");
        var cook = new Cook(
            (order, times) =>
                (order.Id, times) switch
                {
                    ("order 1", 1) => throw new FormatException("Nobody can read this."),
                    ("order 2", 1) => Task.FromException(
                        new OperationCanceledException("The cook gave up.")
                    ),
                    _ => Task.CompletedTask,
                }
        );

        var shop = Shop.Work(Kitchen.Broker, Kitchen.Queues, cook.Make, _stop.Token);

        await Kitchen.UntilWaiting(
            Kitchen.Queues.Bowls,
            2,
            "A cook failed once with each order, each time with another type of exception, and then would have managed. Expected both bowls: a failed order goes back to the queue, and the shop goes on."
        );
        await _stop.CancelAsync();
        await Soon.Ends(shop, StillThere);
    }

    [Test]
    public async Task An_order_that_failed_before_there_was_a_task_is_tried_again()
    {
        await Kitchen.PutOrders("order 1");
        var times = 0;

        var shop = Shop.Work(
            Kitchen.Broker,
            Kitchen.Queues,
            order =>
                Interlocked.Increment(ref times) == 1
                    ? throw new FormatException("Nobody can read this.")
                    : Task.FromResult($"bowl of {order.Id}"),
            _stop.Token
        );

        await Kitchen.UntilWaiting(
            Kitchen.Queues.Bowls,
            1,
            "A cook that is no async method threw before it gave back a task, and then would have managed. Expected the bowl all the same; look at what is inside the try: the call of the cook, or only the await of its task?"
        );
        await _stop.CancelAsync();
        await Soon.Ends(shop, StillThere);
    }

    [Test]
    public async Task An_order_that_always_fails_is_set_aside_after_three_times()
    {
        await Kitchen.PutOrders("order 1", "poison", "order 2");
        var cook = new Cook(
            (order, _) =>
                order.Id == "poison"
                    ? throw new InvalidOperationException("Nobody can cook this.")
                    : Task.CompletedTask
        );

        var shop = Shop.Work(Kitchen.Broker, Kitchen.Queues, cook.Make, _stop.Token);

        var tries = 0;
        await Soon.Until(
            async () =>
                (tries = cook.Asked.Count(id => id == "poison")) > 3
                || await Kitchen.MessagesIn(Kitchen.Queues.SetAside) == 1,
            () =>
                $"An order that nobody can cook was tried {tries} times and is not set aside. Look at how it goes back: only the queue it came from can count."
        );
        Assert.That(
            cook.Asked.Count(id => id == "poison"),
            Is.EqualTo(3),
            "Expected three tries. The broker counts how often it has handed out one and the same message; a copy of it starts from zero."
        );
        await Kitchen.UntilWaiting(
            Kitchen.Queues.Bowls,
            2,
            "Expected the other orders to be cooked, whatever becomes of one."
        );
        await _stop.CancelAsync();
        await Soon.Ends(shop, StillThere);
    }

    [Test]
    public async Task A_shop_that_is_asked_to_stop_ends_the_bowl_in_hand_and_takes_no_more()
    {
        await Kitchen.PutOrders("order 1", "order 2", "order 3");
        var gate = new Gate("the shop to be asked to stop", Soon.GateLimit);
        var cook = new Cook(gate);
        var shop = Shop.Work(Kitchen.Broker, Kitchen.Queues, cook.Make, _stop.Token);
        await gate.WaitForArrivalsAsync(1);

        await _stop.CancelAsync();
        gate.Open();

        await Soon.Ends(shop, StillThere);
        await Kitchen.UntilWaiting(
            Kitchen.Queues.Bowls,
            1,
            "Expected the bowl in hand to be finished and sent."
        );
        await Kitchen.UntilWaiting(
            Kitchen.Queues.Orders,
            2,
            "Expected the two orders that were not begun to wait for another shop."
        );
        Assert.That(
            cook.Asked,
            Is.EqualTo((string[])["order 1"]),
            "The shop was asked to stop, and began another order."
        );
    }

    [Test]
    public async Task A_shop_that_is_asked_to_stop_before_it_opens_returns()
    {
        await _stop.CancelAsync();

        var shop = Shop.Work(Kitchen.Broker, Kitchen.Queues, new Cook().Make, _stop.Token);

        await Soon.Ends(Task.WhenAny(shop), StillThere);
        Assert.That(
            shop.IsCompletedSuccessfully,
            Is.True,
            $"The shop was asked to stop before it had opened. Expected it to return as from any other stop, but it ended with {shop.Exception?.InnerException?.GetType().Name ?? "a cancellation"}. Look at who is given the token."
        );
    }

    [Test]
    public async Task An_idle_shop_stops_when_it_is_asked()
    {
        var shop = Shop.Work(Kitchen.Broker, Kitchen.Queues, new Cook().Make, _stop.Token);
        await Kitchen.LetListen(Kitchen.Queues.Orders);

        await _stop.CancelAsync();

        await Soon.Ends(shop, StillThere);
    }

    [Test]
    public async Task An_idle_shop_whose_connection_breaks_ends_with_an_exception()
    {
        var broker = await Kitchen.ConnectThroughProxy();
        var shop = Shop.Work(broker, Kitchen.Queues, new Cook().Make, _stop.Token);
        await Kitchen.LetListen(Kitchen.Queues.Orders);

        Kitchen.FaultInjectingProxy.Cut();

        await Soon.Fails(
            shop,
            "The connection of a shop broke while it waited for orders. Expected the shop to end with an exception, and not to wait for orders that cannot come. Look at who is told when the channel closes."
        );
    }

    [Test]
    public async Task An_order_that_fails_is_not_tried_again_on_the_spot()
    {
        await Kitchen.PutOrders("order 1");
        var cook = new Cook(
            async (_, _) =>
            {
                await _stop.CancelAsync();
                throw new InvalidOperationException("The pot fell over.");
            }
        );

        var shop = Shop.Work(Kitchen.Broker, Kitchen.Queues, cook.Make, _stop.Token);

        await Soon.Ends(shop, StillThere);
        await Kitchen.UntilWaiting(
            Kitchen.Queues.Orders,
            1,
            "The shop was asked to stop, and the order in hand failed. Expected the order to wait for another shop."
        );
        Assert.That(
            cook.Asked,
            Has.Count.EqualTo(1),
            "Expected a failed order to go back to the queue at once, where another shop may have more luck, and the broker counts."
        );
    }

    [Test]
    public async Task The_channel_of_a_shop_is_closed_when_it_ends()
    {
        var broker = await Kitchen.ConnectForTwoChannels();

        for (var time = 1; time <= 3; time++)
        {
            using var stop = new CancellationTokenSource();
            var shop = Shop.Work(broker, Kitchen.Queues, new Cook().Make, stop.Token);
            await Kitchen.PutOrders($"order {time}");
            await Kitchen.UntilWaiting(
                Kitchen.Queues.Bowls,
                time,
                $"Expected shop {time} on this connection to cook its order. Look at whether an earlier one has left its channel open: here two may be open at once."
            );
            await stop.CancelAsync();
            await Soon.Ends(shop, StillThere);
        }

        Assert.That(
            broker.IsOpen,
            Is.True,
            "Expected the connection, which is the caller's, to stay open."
        );
    }

    /// <summary>Bowls come in any order.</summary>
    private static string Lines(IEnumerable<string> bowls) =>
        string.Join("; ", bowls.Order(StringComparer.Ordinal));
}
