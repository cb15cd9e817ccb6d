using Katas.Harness.Explorer;
using Katas.Harness.Testing;

namespace Katas.LostOrders;

[Kata(2, typeof(Stock), nameof(Stock.TryTake))]
public class TryTakeTests
{
    [Test]
    public void Portions_are_taken_while_there_are_enough()
    {
        var stock = new Stock(5);

        bool[] taken = [stock.TryTake(3), stock.TryTake(3), stock.TryTake(2)];

        Assert.That(taken, Is.EqualTo(new[] { true, false, true }));
        Assert.That(stock.Left, Is.Zero);
    }

    [Test]
    public void Who_wants_more_than_any_shop_has_gets_nothing()
    {
        var stock = new Stock(5);

        bool[] taken = [stock.TryTake(2), stock.TryTake(int.MaxValue)];

        Assert.That(
            (taken[1], stock.Left),
            Is.EqualTo((false, 3)),
            $"(the answer, and what is left): 2 of 5 portions were sold, and then somebody wanted {int.MaxValue}. Look at what is added to that number: it runs over"
        );
    }

    [Test]
    public void The_last_portion_is_sold_once() =>
        Explorer.Check(() =>
        {
            var stock = new Stock(1);
            var (first, second) = (false, false);

            Explorer.Together(() => first = stock.TryTake(1), () => second = stock.TryTake(1));

            Assert.That(
                first ^ second,
                Is.True,
                $"One portion was left and two waiters asked for it: exactly one of them should get it, but the answers were {first} and {second}. Look below at what may happen between looking and taking"
            );
        });

    [Test]
    public void What_is_taken_is_gone() =>
        Explorer.Check(() =>
        {
            var stock = new Stock(5);
            var (first, second) = (false, false);

            Explorer.Together(() => first = stock.TryTake(2), () => second = stock.TryTake(2));

            Assert.That(
                (first, second, stock.Left),
                Is.EqualTo((true, true, 1)),
                "(both answers, and what is left): two waiters wanted 2 portions each of 5, which is enough for both, and 1 should be left. Look below at what each had read before the other wrote"
            );
        });

    [Test]
    public void There_is_never_less_than_nothing() =>
        Explorer.Check(() =>
        {
            var stock = new Stock(1);
            var seen = 0;

            Explorer.Together(() => stock.TryTake(2), () => seen = stock.Left);

            Assert.That(
                seen,
                Is.EqualTo(1),
                "Nobody could be served and nothing was sold, but a guest who looked meanwhile did not see the 1 portion that was there all the time. Look below at what is written before it is known to be enough"
            );
        });

    [Test]
    public void Who_gets_nothing_leaves_everything_for_the_others() =>
        Explorer.Check(() =>
        {
            var stock = new Stock(2);
            var served = false;

            Explorer.Together(() => served = stock.TryTake(2), () => stock.TryTake(3));

            Assert.That(
                served,
                Is.True,
                "There were 2 portions for the waiter who wanted 2, and nobody else could be served: the other wanted 3. Yet the first got nothing. Look below at what the first saw while the other was finding that out"
            );
        });

    [Test]
    public void Whoever_can_be_served_is_served_however_many_ask() =>
        Explorer.Check(() =>
        {
            var stock = new Stock(3);
            var served = 0;
            void Ask()
            {
                if (stock.TryTake(1))
                    Interlocked.Increment(ref served);
            }

            Explorer.Together(Ask, Ask, Ask);

            Assert.That(
                (served, stock.Left),
                Is.EqualTo((3, 0)),
                "(who was served, and what is left): there was a portion for each of three waiters. Look below at what happens to one who is overtaken between looking and taking"
            );
        });

    [Test]
    public void Each_stock_is_sold_for_itself()
    {
        var (broth, noodles) = (new Stock(5), new Stock(3));

        bool[] taken = [broth.TryTake(4), noodles.TryTake(3), broth.TryTake(1)];

        Assert.That(
            (taken, broth.Left, noodles.Left),
            Is.EqualTo((new[] { true, true, true }, 0, 0)),
            "(the answers, and what is left of broth and noodles): 5 portions of one and 3 of the other were sold. Look for what the stocks share, such as a static field."
        );
    }
}
