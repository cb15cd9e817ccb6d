using System.Collections.Concurrent;
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
        Assert.That(
            () => Tally.Count(Orders, _ => true, -1),
            Throws.InstanceOf<ArgumentOutOfRangeException>(),
            "Fewer workers than none are a mistake as well. Look at which numbers are refused."
        );
        Assert.That(
            () => Tally.Count([], _ => true, 0),
            Throws.InstanceOf<ArgumentOutOfRangeException>(),
            "No workers are a mistake, also when there are no orders. Look at what comes before the workers are checked."
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
        var few = SchedulesOf(["miso", "miso"]);
        var many = SchedulesOf(["miso", "miso", "miso", "miso", "miso", "miso"]);

        Assert.That(
            many,
            Is.EqualTo(few),
            $"Two workers with a total of their own meet at the end only, however many orders there are. But they can meet in {few} ways when each has 1 order, and in {many} when each has 3: they meet for each order, and one may have to wait each time. Look at what they share while they count."
        );

        static int SchedulesOf(string[] orders) =>
            Explorer.Check(() => Tally.Count(orders, order => order == "miso", 2)).Schedules;
    }

    [Test]
    public void Workers_have_threads_of_their_own()
    {
        var borrowed = new ConcurrentBag<bool>();

        Tally.Count(
            Orders,
            _ =>
            {
                borrowed.Add(Thread.CurrentThread.IsThreadPoolThread);
                return true;
            },
            2
        );

        Assert.That(
            borrowed,
            Is.Not.Empty.And.All.False,
            "(for each order, whether it was looked at on a thread of the pool): Count should start its workers, but some orders were looked at on borrowed threads. Look for what hands them out."
        );
    }

    [Test]
    public void Two_counts_at_the_same_time_do_not_disturb_each_other() =>
        Explorer.Check(
            () =>
            {
                var (miso, shio) = (0, 0);

                Explorer.Together(
                    () => miso = Tally.Count(Orders, order => order == "miso", 2),
                    () => shio = Tally.Count(Orders, order => order == "shio", 2)
                );

                Assert.That(
                    (miso, shio),
                    Is.EqualTo((3, 1)),
                    "There are 3 miso and 1 shio, counted by two calls at the same time. Look for what the calls share, such as a static field"
                );
            },
            Some
        );
}
