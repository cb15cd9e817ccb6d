using Katas.Harness.Explorer;
using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.TwoLocks;

[Kata(4, typeof(OrderBell), nameof(OrderBell.Notify))]
public class NotifyTests
{
    [Test]
    public void Everybody_is_called_in_the_order_in_which_they_subscribed()
    {
        var bell = new OrderBell();
        var called = new List<string>();
        bell.Subscribe(() => called.Add("chef"));
        bell.Subscribe(() => called.Add("waiter"));

        bell.Notify();
        bell.Notify();

        Assert.That(called, Is.EqualTo(new[] { "chef", "waiter", "chef", "waiter" }));
    }

    [Test]
    public void A_callback_may_subscribe_another()
    {
        var bell = new OrderBell();
        var called = new List<string>();
        bell.Subscribe(() =>
        {
            called.Add("chef");
            bell.Subscribe(() => called.Add("helper"));
        });

        bell.Notify();
        var first = called.ToArray();
        bell.Notify();

        Assert.That(
            (string.Join(" ", first), called.Count(name => name == "helper")),
            Is.EqualTo(("chef", 1)),
            "(who was called at the first ring, and how often the helper was at the second): the helper subscribed while the bell rang, so it should hear the next ring only. Look at when a ring reads who has subscribed."
        );
    }

    [Test]
    public void No_subscription_is_lost() =>
        Explorer.Check(() =>
        {
            var bell = new OrderBell();
            var called = 0;

            Explorer.Together(
                () => bell.Subscribe(() => called++),
                () => bell.Subscribe(() => called++)
            );
            bell.Notify();

            Assert.That(
                called,
                Is.EqualTo(2),
                "Two subscribed at the same time, and the bell did not reach both. Look below at what protects the list"
            );
        });

    [Test]
    public void Others_can_subscribe_while_the_bell_rings() =>
        Explorer.Check(() =>
        {
            var bell = new OrderBell();
            var (isRinging, hasSubscribed) = (false, false);
            bell.Subscribe(() =>
            {
                isRinging = true;
                Explorer.WaitUntil(() => hasSubscribed, "the other thread to subscribe");
            });

            Explorer.Together(
                bell.Notify,
                () =>
                {
                    Explorer.WaitUntil(() => isRinging, "the bell to ring");
                    bell.Subscribe(() => { });
                    hasSubscribed = true;
                    Explorer.LetOthersRun();
                }
            );

            Assert.That(hasSubscribed, Is.True);
        });

    [Test]
    public void Others_can_ring_while_the_bell_rings() =>
        Explorer.Check(() =>
        {
            var bell = new OrderBell();
            var rings = 0;
            bell.Subscribe(() =>
            {
                rings++;
                Explorer.WaitUntil(() => rings == 2, "the second ring, which another thread makes");
            });

            Explorer.Together(bell.Notify, bell.Notify);

            Assert.That(rings, Is.EqualTo(2));
        });

    [Test]
    public void Subscribing_and_ringing_at_the_same_time_is_safe() =>
        Explorer.Check(() =>
        {
            var bell = new OrderBell();
            var (chef, waiter) = (0, 0);
            bell.Subscribe(() => chef++);

            Explorer.Together(bell.Notify, () => bell.Subscribe(() => waiter++));

            Assert.That((chef, waiter), Is.EqualTo((1, 0)).Or.EqualTo((1, 1)));
        });

    [Test]
    public void Who_subscribes_while_the_bell_rings_hears_the_next_ring() =>
        Explorer.Check(() =>
        {
            var bell = new OrderBell();
            var (chef, waiter) = (0, 0);
            bell.Subscribe(() => chef++);

            Explorer.Together(bell.Notify, () => bell.Subscribe(() => waiter++));
            var before = waiter;
            bell.Notify();

            Assert.That(
                (chef, waiter - before),
                Is.EqualTo((2, 1)),
                "(how often the chef was called at two rings, and how often the waiter at the second): the waiter subscribed while the bell rang for the first time, and so should hear the second. Look below at what a ring keeps for the next one"
            );
        });

    [Test]
    public void A_callback_may_ring_again()
    {
        var bell = new OrderBell();
        var called = new List<string>();
        var rings = 0;
        bell.Subscribe(() =>
        {
            called.Add("chef");
            if (++rings == 1)
                bell.Notify();
        });
        bell.Subscribe(() => called.Add("waiter"));

        HangGuard.Run(bell.Notify, "Notify to come back although a callback rings again");

        Assert.That(
            called,
            Is.EqualTo(new[] { "chef", "chef", "waiter", "waiter" }),
            "The chef rang again while the bell rang, so both should have been called for each ring. Look for what the second ring changes that the first still needs."
        );
    }

    [Test]
    public void Who_subscribes_while_the_bell_rings_hears_a_ring_within_that_ring()
    {
        var bell = new OrderBell();
        var called = new List<string>();
        var rings = 0;
        bell.Subscribe(() =>
        {
            called.Add("chef");
            if (++rings > 1)
                return;
            bell.Subscribe(() => called.Add("waiter"));
            bell.Notify();
        });

        HangGuard.Run(bell.Notify, "Notify to come back although a callback rings again");

        Assert.That(
            called,
            Has.Member("waiter"),
            "At the first ring the chef had a waiter subscribe, and then rang again: from then on the waiter should be called. Look for what keeps newcomers waiting until a ring is over."
        );
    }

    [Test]
    public void A_callback_that_subscribes_twice_is_called_twice()
    {
        var bell = new OrderBell();
        var called = 0;
        void Count() => called++;
        bell.Subscribe(Count);
        bell.Subscribe(Count);

        bell.Notify();

        Assert.That(
            called,
            Is.EqualTo(2),
            "The same callback subscribed twice, and each subscription counts. Look at where they are kept."
        );
    }

    [Test]
    public void Each_bell_rings_for_itself()
    {
        var (kitchen, door) = (new OrderBell(), new OrderBell());
        var called = new List<string>();
        kitchen.Subscribe(() => called.Add("chef"));
        door.Subscribe(() => called.Add("waiter"));

        kitchen.Notify();

        Assert.That(
            called,
            Is.EqualTo(new[] { "chef" }),
            "There are two bells, and one of them rang. Look for what they share, such as a static field."
        );
    }
}
