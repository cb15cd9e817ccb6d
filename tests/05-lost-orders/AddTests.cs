using Katas.Harness.Explorer;
using Katas.Harness.Testing;

namespace Katas.LostOrders;

[Kata(1, typeof(OrderBook), nameof(OrderBook.Add))]
public class AddTests
{
    [Test]
    public void Orders_and_bowls_are_counted()
    {
        var book = new OrderBook();

        book.Add(2);
        book.Add(3);

        Assert.That(book.Total(), Is.EqualTo(new OrderTotal(2, 5)));
    }

    [Test]
    public void Add_loses_no_order() =>
        Explorer.Check(() =>
        {
            var book = new OrderBook();

            Explorer.Together(() => book.Add(1), () => book.Add(1));

            Assert.That(
                book.Total().Orders,
                Is.EqualTo(2),
                "Two waiters wrote down one order each, and one of the orders is gone. Look below at what each had read before the other wrote"
            );
        });

    [Test]
    public void Add_loses_no_bowl() =>
        Explorer.Check(() =>
        {
            var book = new OrderBook();

            Explorer.Together(() => book.Add(2), () => book.Add(3), () => book.Add(4));

            Assert.That(
                book.Total(),
                Is.EqualTo(new OrderTotal(3, 9)),
                "Three waiters wrote down orders of 2, 3 and 4 bowls, and the book does not show them all. Look below at what each had read before another wrote"
            );
        });

    [Test]
    public void A_total_never_shows_half_an_order() =>
        Explorer.Check(
            () =>
            {
                var book = new OrderBook();
                OrderTotal? seen = null;

                Explorer.Together(() => book.Add(3), () => seen = book.Total());

                Assert.That(
                    seen,
                    Is.EqualTo(new OrderTotal(0, 0)).Or.EqualTo(new OrderTotal(1, 3)),
                    "The cook looked while an order of 3 bowls was being written down, and saw half of it. Look below at what protects the reading"
                );
            },
            // A machine writes a structure of two numbers in two pieces.
            new ExplorerOptions { TearsStructures = Environment.Is64BitProcess }
        );

    [Test]
    public void Who_looks_meanwhile_hides_no_order() =>
        Explorer.Check(() =>
        {
            var book = new OrderBook();

            Explorer.Together(() => book.Add(3), () => book.Total());

            Assert.That(
                book.Total(),
                Is.EqualTo(new OrderTotal(1, 3)),
                "The cook looked while an order of 3 bowls was being written down, and afterwards the order is not to be seen. Look below at what a look leaves behind"
            );
        });

    [Test]
    public void A_total_is_that_of_one_moment() =>
        Explorer.Check(() =>
        {
            var book = new OrderBook();
            OrderTotal? seen = null;

            Explorer.Together(
                () =>
                {
                    book.Add(2);
                    book.Add(5);
                },
                () => seen = book.Total()
            );

            AssertMoment(seen);
        });

    [Test]
    public void A_total_is_that_of_one_moment_whoever_writes() =>
        Explorer.Check(() =>
        {
            var book = new OrderBook();
            OrderTotal? seen = null;
            var isFirstIn = false;

            Explorer.Together(
                () =>
                {
                    book.Add(2);
                    isFirstIn = true;
                    Explorer.LetOthersRun();
                },
                () =>
                {
                    Explorer.WaitUntil(() => isFirstIn, "the first order to be written down");
                    book.Add(5);
                },
                () => seen = book.Total()
            );

            AssertMoment(seen);
        });

    [Test]
    public void Two_who_look_at_once_see_the_same() =>
        Explorer.Check(() =>
        {
            var book = new OrderBook();
            book.Add(2);
            var seen = new OrderTotal?[2];

            Explorer.Together(() => seen[0] = book.Total(), () => seen[1] = book.Total());

            Assert.That(
                seen,
                Is.All.EqualTo(new OrderTotal(1, 2)),
                "An order of 2 bowls was in the book before two cooks looked at once. Look below at what the first who looks changes, and whether the second can come in between"
            );
        });

    [Test]
    public void An_order_of_no_bowls_is_an_order()
    {
        var book = new OrderBook();
        book.Add(0);
        book.Add(2);

        Assert.That(
            book.Total(),
            Is.EqualTo(new OrderTotal(2, 2)),
            "Somebody ordered no bowl (a drink, perhaps), and somebody else two. That is two orders; look at what Add skips."
        );
    }

    [Test]
    public void Each_book_counts_for_itself()
    {
        var monday = new OrderBook();
        monday.Add(2);
        var tuesday = new OrderBook();
        tuesday.Add(3);

        Assert.That(
            (monday.Total(), tuesday.Total()),
            Is.EqualTo((new OrderTotal(1, 2), new OrderTotal(1, 3))),
            "(both totals): an order of 2 bowls is in Monday's book and one of 3 in Tuesday's. Look for what the books share, such as a static field."
        );
    }

    [Test]
    public void Large_numbers_are_counted_too()
    {
        var book = new OrderBook();

        for (var i = 1; i < 70_000; i++)
            book.Add(1);
        book.Add(2_000_000_000);

        Assert.That(
            book.Total(),
            Is.EqualTo(new OrderTotal(70_000, 2_000_069_999)),
            "The year's book has 70,000 orders, one of them of two billion bowls. Look at how many bits each number has."
        );
    }

    private static void AssertMoment(OrderTotal? seen) =>
        Assert.That(
            seen,
            Is.EqualTo(new OrderTotal(0, 0))
                .Or.EqualTo(new OrderTotal(1, 2))
                .Or.EqualTo(new OrderTotal(2, 7)),
            "An order of 2 bowls was written down, and after it one of 5. The cook looked once and saw a total that the book never had. Look below at whether all parts of the total are read under one lock"
        );
}
