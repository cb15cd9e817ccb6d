using Katas.Harness.Testing;

namespace Katas.ManyShops;

[Kata(2, typeof(HeadOffice), nameof(HeadOffice.Publish))]
public class PublishTests : ChainTests
{
    [Test]
    public async Task Every_order_arrives_whole_and_in_order()
    {
        Order[] orders =
        [
            .. Enumerable.Range(1, 12).Select(n => new Order($"order {n}", $"라면 {n} 🍜")),
        ];

        await Publish(orders);

        await Kitchen.UntilWaiting(
            Kitchen.Queues.Orders,
            orders.Length,
            "Expected every order to arrive, once."
        );
        var arrived = await Kitchen.TakeAll(Kitchen.Queues.Orders);
        Assert.That(
            arrived.Select(message => new Order(message.MessageId, message.Text)),
            Is.EqualTo(orders),
            "Expected the orders in the order of the list, each with its id as message id and its dish as body."
        );
    }

    [Test]
    public async Task The_orders_are_gone_through_once()
    {
        var rounds = 0;

        await Soon.Ends(
            HeadOffice.Publish(Kitchen.Broker, Kitchen.Queues, Orders()),
            "Expected Publish to come back once the broker has confirmed every order."
        );

        Assert.That(
            rounds,
            Is.EqualTo(1),
            "Expected Publish to go through the orders once: they may come out of a till that gives each only once. Look for what counts them, or looks at the first, before they are sent."
        );

        IEnumerable<Order> Orders()
        {
            rounds++;
            yield return new Order("order 1", "ramen");
            yield return new Order("order 2", "ramen");
        }
    }

    [Test]
    public async Task An_order_is_kept_on_disk()
    {
        await Publish([.. Enumerable.Range(1, 3).Select(n => new Order($"order {n}", "ramen"))]);

        await Kitchen.UntilWaiting(
            Kitchen.Queues.Orders,
            3,
            "Expected the three orders to arrive."
        );
        var arrived = await Kitchen.TakeAll(Kitchen.Queues.Orders);
        Assert.That(
            arrived.Select(message => message.Persistent),
            Is.All.True,
            "A durable queue survives a restart of the broker; of its messages, only the persistent ones are sure to. Look at the properties of the message."
        );
    }

    [Test]
    public async Task An_order_that_the_broker_refuses_is_an_error()
    {
        var small = Kitchen.Queues with { Orders = Kitchen.Queues.Orders + ".small" };
        await Kitchen.Declare(
            small.Orders,
            new() { ["x-max-length"] = 1, ["x-overflow"] = "reject-publish" }
        );
        Order[] orders = [.. Enumerable.Range(1, 10).Select(n => new Order($"order {n}", "ramen"))];

        var publishing = HeadOffice.Publish(Kitchen.Broker, small, orders);

        await Soon.Fails(
            publishing,
            "The queue has room for one order, so the broker refused others. Expected Publish to fail, so that its caller knows; look at who waits for the broker's confirmation."
        );
        await Kitchen.Delete(small.Orders);
    }

    [Test]
    public async Task An_order_that_reaches_no_queue_is_an_error()
    {
        var wrong = Kitchen.Queues with { Orders = "no such queue" };

        var publishing = HeadOffice.Publish(Kitchen.Broker, wrong, [new Order("order 1", "ramen")]);

        await Soon.Fails(
            publishing,
            "There is no queue of that name, so the order reached nobody. Expected Publish to fail; a broker throws such a message away and confirms it, unless it is mandatory that the message reaches a queue."
        );
    }

    [Test]
    public async Task The_channel_is_closed_each_time()
    {
        var broker = await Kitchen.ConnectForTwoChannels();

        for (var time = 1; time <= 3; time++)
        {
            await Soon.Ends(
                HeadOffice.Publish(broker, Kitchen.Queues, [new Order($"order {time}", "ramen")]),
                "Expected Publish to come back once the broker has confirmed the order."
            );
        }

        Assert.That(
            broker.IsOpen,
            Is.True,
            "Expected the connection, which is the caller's, to stay open."
        );
    }

    [Test]
    public async Task The_channel_is_closed_when_an_order_fails_too()
    {
        var broker = await Kitchen.ConnectForTwoChannels();
        var nowhere = Kitchen.Queues with { Orders = "no such queue" };
        Order[] orders = [new Order("order 1", "ramen")];

        for (var time = 1; time <= 3; time++)
        {
            await Soon.Ends(
                Task.WhenAny(HeadOffice.Publish(broker, nowhere, orders)),
                "There is no queue of that name, so the order reached nobody. Expected Publish to end."
            );
        }

        var publishing = HeadOffice.Publish(broker, Kitchen.Queues, orders);
        await Soon.Ends(
            Task.WhenAny(publishing),
            "Expected Publish to come back once the broker has confirmed the order."
        );
        Assert.That(
            publishing.Exception?.InnerException,
            Is.Null,
            "On this connection two channels may be open at once. Three times Publish failed, and then there was no channel left for an order that would have arrived. Look at whether the channel is closed on every way out."
        );
    }

    private Task Publish(params Order[] orders) =>
        Soon.Ends(
            HeadOffice.Publish(Kitchen.Broker, Kitchen.Queues, orders),
            "Expected Publish to come back once the broker has confirmed every order."
        );
}
