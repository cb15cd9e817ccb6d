using Katas.Harness.Explorer;
using Katas.Harness.Testing;

namespace Katas.BuildThePool;

[Kata(1, typeof(BoundedQueue<>), nameof(BoundedQueue<>.Add))]
public class AddTests
{
    [Test]
    public void Items_come_off_in_the_order_in_which_they_went_on()
    {
        var queue = new BoundedQueue<string>(3);

        queue.Add("shoyu");
        queue.Add("miso");
        queue.Add("shio");

        Assert.That(Take(queue, 3), Is.EqualTo(["shoyu", "miso", "shio"]));
    }

    [Test]
    public void An_item_that_is_null_is_an_item()
    {
        var queue = new BoundedQueue<string?>(2);
        queue.Add(null);
        queue.Add("miso");

        bool[] areTaken = [queue.TryTake(out _), queue.TryTake(out _)];

        Assert.That(
            areTaken,
            Is.All.True,
            "One of two items is null. Expected TryTake to return true with each, but it returned false, which means that nothing more will come. Look at how TryTake knows that the queue is empty."
        );
    }

    [Test]
    public void A_taker_waits_until_something_is_added()
    {
        var queue = new BoundedQueue<string>(1);
        string? taken = null;
        var taker = new Helper("the taker", () => queue.TryTake(out taken)).UntilAsleep();
        Assert.That(
            taker.IsAtIt,
            Is.True,
            "Expected TryTake to wait while the queue is empty, but it came back. Look at what it does when there is nothing yet."
        );

        queue.Add("miso");

        var thrown = taker.End("Look at whether Add wakes those who wait for an item.");
        Assert.That(thrown, Is.Null);
        Assert.That(taken, Is.EqualTo("miso"));
    }

    [Test]
    public void An_adder_waits_while_the_queue_is_full()
    {
        var queue = new BoundedQueue<int>(2);
        queue.Add(1);
        queue.Add(2);
        var adder = new Helper("the adder", () => queue.Add(3)).UntilAsleep();
        Assert.That(
            adder.IsAtIt,
            Is.True,
            "Expected Add to wait while the queue of two holds two, but it came back. Look at what keeps a third item out."
        );

        var first = Take(queue, 1);

        Assert.That(adder.End("Look at whether TryTake wakes those who wait for room."), Is.Null);
        Assert.That(first.Concat(Take(queue, 2)), Is.EqualTo([1, 2, 3]));
    }

    [Test]
    public void In_every_interleaving_all_who_wait_get_their_turn() =>
        Explorer.Check(() =>
        {
            var queue = new BoundedQueue<int>(1);
            var taken = new int[2];

            Explorer.Together(
                () =>
                {
                    queue.Add(7);
                    queue.Add(8);
                },
                () => taken[0] = Take(queue, 1)[0],
                () => taken[1] = Take(queue, 1)[0]
            );

            Assert.That(taken, Is.EquivalentTo([7, 8]));
        });

    [Test]
    public void In_every_interleaving_all_takers_are_woken_when_there_is_enough_for_all() =>
        Explorer.Check(() =>
        {
            var queue = new BoundedQueue<int>(3);
            var taken = new int[2];

            // Between empty and full there are other states: with room for three, both takers may still sleep when the second item comes.
            Explorer.Together(
                () =>
                {
                    queue.Add(7);
                    queue.Add(8);
                },
                () => taken[0] = Take(queue, 1)[0],
                () => taken[1] = Take(queue, 1)[0]
            );

            Assert.That(taken, Is.EquivalentTo([7, 8]));
        });

    [Test]
    public void In_every_interleaving_one_place_is_for_one_adder() =>
        Explorer.Check(() =>
        {
            var queue = new BoundedQueue<int>(1);
            queue.Add(0);
            var accepted = new bool[2];

            Explorer.Together(
                () => accepted[0] = TryAdd(queue),
                () => accepted[1] = TryAdd(queue),
                () =>
                {
                    Take(queue, 1);
                    queue.Complete();
                }
            );

            Assert.That(
                accepted,
                Has.Some.False,
                "A queue of one was full, two waited for room, and one item was taken before the queue was completed. Expected room for one of the two, but both came in. Look at what Add asks after it was woken."
            );
        });

    [Test]
    public void Two_queues_have_nothing_in_common()
    {
        var (counter, bar) = (new BoundedQueue<string>(1), new BoundedQueue<string>(1));

        counter.Add("miso");
        var taken = ("nothing", "nothing");
        var guest = new Helper(
            "the guest at the bar",
            () =>
            {
                bar.Add("tea");
                taken = (Take(bar, 1)[0], Take(counter, 1)[0]);
            }
        );

        Assert.That(
            guest.End(
                "The one queue is full, and the other empty. Look for state that they share: a static field."
            ),
            Is.Null
        );
        Assert.That(
            taken,
            Is.EqualTo(("tea", "miso")),
            "Expected each queue to give back what went onto it. Look for state that they share: a static field."
        );
    }

    [Test]
    public void A_queue_has_room_for_one_at_least([Values(0, -1)] int capacity)
    {
        // Capacity is checked already; what is asked here is that a queue that was not made takes nothing either.
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = new BoundedQueue<int>(capacity));
        var one = new BoundedQueue<int>(1);

        one.Add(5);

        Assert.That(Take(one, 1), Is.EqualTo([5]));
    }

    private static bool TryAdd(BoundedQueue<int> queue)
    {
        try
        {
            queue.Add(1);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static List<T> Take<T>(BoundedQueue<T> queue, int count)
    {
        var items = new List<T>();
        for (var i = 0; i < count; i++)
        {
            Assert.That(
                queue.TryTake(out var item),
                Is.True,
                "TryTake said that the queue is complete."
            );
            items.Add(item!);
        }
        return items;
    }
}
