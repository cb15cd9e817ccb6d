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
        Explorer.Check(() =>
        {
            var book = new OrderBook();
            OrderTotal? seen = null;

            Explorer.Together(() => book.Add(3), () => seen = book.Total());

            Assert.That(
                seen,
                Is.EqualTo(new OrderTotal(0, 0)).Or.EqualTo(new OrderTotal(1, 3)),
                "The cook looked while an order of 3 bowls was being written down, and saw half of it. Look below at what protects the reading"
            );
        });
}
