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
        string[] ids = [.. Enumerable.Range(1, 20).Select(n => $"order {n}")];
        await Kitchen.PutOrders(ids);

        var shop = Shop.Work(Kitchen.Broker, Kitchen.Queues, new Cook().Make, _stop.Token);
        await Kitchen.UntilWaiting(
            Kitchen.Queues.Bowls,
            ids.Length,
            "Expected one bowl for each order."
        );
        await _stop.CancelAsync();
        await Soon.Ends(shop, StillThere);

        var bowls = await Kitchen.TakeAll(Kitchen.Queues.Bowls);
        Assert.That(
            bowls.Select(bowl => (bowl.CorrelationId, bowl.Text)),
            Is.EquivalentTo(ids.Select(id => (id, $"bowl of {id}"))),
            "Expected each bowl to carry its order's id as correlation id, and what the cook made as body."
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
        var gate = new Gate("the line of the shop to be cut", Soon.GateLimit);
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
                order.Id == "order 1" && times == 1
                    ? throw new InvalidOperationException("The pot fell over.")
                    : Task.CompletedTask
        );

        var shop = Shop.Work(Kitchen.Broker, Kitchen.Queues, cook.Make, _stop.Token);

        await Kitchen.UntilWaiting(
            Kitchen.Queues.Bowls,
            2,
            "A cook failed once, and then would have managed. Expected both bowls: the failed order goes back to the queue, and the shop goes on."
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
    public async Task An_idle_shop_stops_when_it_is_asked()
    {
        var shop = Shop.Work(Kitchen.Broker, Kitchen.Queues, new Cook().Make, _stop.Token);
        await Soon.Until(
            async () => await Kitchen.ConsumersOf(Kitchen.Queues.Orders) == 1,
            () => "Expected the shop to wait for orders."
        );

        await _stop.CancelAsync();

        await Soon.Ends(shop, StillThere);
    }
}
