using Katas.Harness.Explorer;
using Katas.Harness.Testing;

namespace Katas.BuildThePool;

[Kata(2, typeof(BoundedQueue<>), nameof(BoundedQueue<>.Complete))]
public class CompleteTests
{
    [Test]
    public void What_is_in_the_queue_can_still_be_taken()
    {
        var queue = new BoundedQueue<int>(3);
        queue.Add(1);
        queue.Add(2);

        queue.Complete();

        Assert.That(queue.TryTake(out var first) ? first : 0, Is.EqualTo(1));
        Assert.That(queue.TryTake(out var second) ? second : 0, Is.EqualTo(2));
        Assert.That(
            queue.TryTake(out _),
            Is.False,
            "Expected TryTake to return false once the queue is complete and empty."
        );
    }

    [Test]
    public void Completing_again_takes_nothing_away()
    {
        var queue = new BoundedQueue<int>(3);
        queue.Add(1);
        queue.Add(2);

        queue.Complete();
        queue.Complete();

        bool[] areTaken = [queue.TryTake(out _), queue.TryTake(out _)];
        Assert.That(
            areTaken,
            Is.All.True,
            "Two items were in the queue when it was completed for the second time. Expected both to be taken. Look at what Complete does to the items."
        );
    }

    [Test]
    public void Nothing_can_be_added_any_more()
    {
        var queue = new BoundedQueue<int>(3);

        queue.Complete();
        queue.Complete();

        Assert.Catch<InvalidOperationException>(
            () => queue.Add(1),
            "Expected Add to refuse an item once the queue is complete."
        );
        Assert.That(queue.TryTake(out _), Is.False);
    }

    [Test]
    public void An_adder_does_not_wait_at_a_queue_that_is_complete_and_full()
    {
        var queue = new BoundedQueue<int>(1);
        queue.Add(1);
        queue.Complete();

        var adder = new Helper("the adder", () => queue.Add(2)).UntilAsleep();
        var waits = adder.IsAtIt;
        queue.TryTake(out _);

        Assert.That(
            waits,
            Is.False,
            "The queue is complete and full. Expected Add to throw at once, but it waits for room that it may not use. Look at the order of its two questions."
        );
        Assert.That(
            adder.End("Look at what Add asks first."),
            Is.InstanceOf<InvalidOperationException>()
        );
    }

    [Test]
    public void Every_waiting_taker_is_sent_home()
    {
        var queue = new BoundedQueue<int>(1);
        var answers = new bool?[3];
        Helper[] takers =
        [
            .. Enumerable
                .Range(0, 3)
                .Select(i =>
                    new Helper(
                        $"taker {i + 1}",
                        () => answers[i] = queue.TryTake(out _)
                    ).UntilAsleep()
                ),
        ];

        queue.Complete();

        foreach (var taker in takers)
            taker.End(
                "Complete concerns everybody who waits. Look at how many it wakes: Pulse wakes one, PulseAll all."
            );
        Assert.That(answers, Is.All.False);
    }

    [Test]
    public void A_waiting_adder_is_sent_home_with_an_exception()
    {
        var queue = new BoundedQueue<int>(1);
        queue.Add(1);
        Helper[] adders =
        [
            .. Enumerable
                .Range(0, 2)
                .Select(i => new Helper($"adder {i + 1}", () => queue.Add(10 + i)).UntilAsleep()),
        ];

        queue.Complete();

        foreach (var adder in adders)
            Assert.That(
                adder.End("Look at whether Complete wakes those who wait for room."),
                Is.InstanceOf<InvalidOperationException>(),
                "Expected Add to refuse an item when the queue is completed while it waits. Look at what Add asks after it was woken."
            );
        Assert.That(queue.TryTake(out var only) ? only : 0, Is.EqualTo(1));
        Assert.That(
            queue.TryTake(out _),
            Is.False,
            "An item was added to a queue that was complete."
        );
    }

    [Test]
    public void In_every_interleaving_room_that_comes_after_the_end_is_for_nobody() =>
        Explorer.Check(() =>
        {
            var queue = new BoundedQueue<int>(1);
            queue.Add(1);
            var refused = false;

            Explorer.Together(
                () =>
                {
                    try
                    {
                        queue.Add(2);
                    }
                    catch (InvalidOperationException)
                    {
                        refused = true;
                    }
                },
                () =>
                {
                    queue.Complete();
                    queue.TryTake(out _);
                }
            );

            Assert.That(
                refused,
                Is.True,
                "The queue was full until it was complete, and then there was room. Expected Add to throw, but it added an item after the end. Look at what Add asks after it was woken, before it adds."
            );
        });

    [Test]
    public void In_every_interleaving_the_last_item_is_taken_and_then_all_go_home() =>
        Explorer.Check(() =>
        {
            var queue = new BoundedQueue<int>(1);
            var answers = new bool[2];

            Explorer.Together(
                () =>
                {
                    queue.Add(7);
                    queue.Complete();
                },
                () => answers[0] = queue.TryTake(out _),
                () => answers[1] = queue.TryTake(out _)
            );

            Assert.That(answers, Is.EquivalentTo([true, false]));
        });
}
