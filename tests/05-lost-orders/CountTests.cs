using Katas.Harness.Explorer;
using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.LostOrders;

[Kata(4, typeof(Tally), nameof(Tally.Count))]
public class CountTests
{
    // Many workers can do their work in very many orders; these tests need only a few of them.
    private static readonly ExplorerOptions Some = new() { Schedules = 60 };

    private static readonly string[] Orders = ["shoyu", "miso", "miso", "shio", "miso"];

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(5)]
    [TestCase(8)]
    public void Every_order_is_looked_at_once(int workers) =>
        Explorer.Check(
            () =>
            {
                var looked = new EventLog();

                var count = Tally.Count(
                    Orders,
                    order =>
                    {
                        looked.Add(order);
                        return order == "miso";
                    },
                    workers
                );

                Assert.That(
                    (count, looked.Count("shoyu"), looked.Count("miso"), looked.Count("shio")),
                    Is.EqualTo((3, 1, 3, 1)),
                    $"(3 wanted; 1 shoyu, 3 miso and 1 shio looked at): {workers} workers should look at each of the 5 orders once between them. Look at where one share ends and the next begins, at the last one, and at what the workers share"
                );
            },
            Some
        );

    [Test]
    public void No_orders_make_no_count()
    {
        Assert.That(Tally.Count([], _ => true, 3), Is.Zero);
    }

    [Test]
    public void No_workers_are_a_mistake_of_the_caller()
    {
        Assert.That(
            () => Tally.Count(Orders, _ => true, 0),
            Throws.InstanceOf<ArgumentOutOfRangeException>()
        );
    }

    [Test]
    public void All_workers_count_at_the_same_time() =>
        Explorer.Check(
            () =>
            {
                var counting = 0;

                Tally.Count(
                    ["shoyu", "miso", "shio"],
                    _ =>
                    {
                        counting++;
                        Explorer.WaitUntil(
                            () => counting == 3,
                            "all three workers to look at an order"
                        );
                        return true;
                    },
                    3
                );
            },
            Some
        );

    [Test]
    public void Workers_lose_no_count() =>
        Explorer.Check(() =>
        {
            var count = Tally.Count(Orders, order => order == "miso", 2);

            Assert.That(
                count,
                Is.EqualTo(3),
                "There are 3 bowls of miso among the orders. Look below at what the workers share"
            );
        });

    [Test]
    public void Workers_do_not_meet_for_each_order()
    {
        // If two workers meet at most once each, there are at most two orders in which they can do so.
        var result = Explorer.Check(() => Tally.Count(Orders, order => order == "miso", 2));

        Assert.That(
            result.Schedules,
            Is.LessThanOrEqualTo(2),
            $"Two workers with a total of their own meet at most once each, and there are 2 orders in which that can happen. Here there are {result.Schedules}: they meet again and again, and each time one may have to wait. Look at what they share while they count."
        );
    }
}
