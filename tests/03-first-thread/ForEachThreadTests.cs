using System.Collections.Concurrent;
using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.FirstThread;

[Kata(3, typeof(Threads), nameof(Threads.ForEachThread))]
public class ForEachThreadTests
{
    private static readonly string[] Bowls = ["miso", "shoyu", "shio", "tonkotsu", "kimchi"];

    [Test]
    public void ForEachThread_gives_every_item_to_the_action_once()
    {
        var seen = new ConcurrentBag<string>();
        var counter = new Gate("the test to count the bowls");
        counter.Open();

        Threads.ForEachThread(
            Bowls,
            bowl =>
            {
                seen.Add(bowl);
                counter.Wait();
            }
        );
        counter.WaitForArrivals(Bowls.Length);

        Assert.That(
            seen.Order(),
            Is.EqualTo(Bowls.Order()),
            "Some items came twice or not at all. Look at which variable each lambda reads, and at when it reads it: when the thread runs, not when it is made."
        );
    }

    [Test]
    public void ForEachThread_runs_all_items_at_the_same_time()
    {
        var meeting = new Rendezvous(
            Bowls.Length,
            "all five actions of ForEachThread to run at once"
        );

        Threads.ForEachThread(Bowls, _ => meeting.Meet());

        Assert.DoesNotThrow(meeting.WaitUntilMet);
    }

    [Test]
    public void ForEachThread_gives_every_item_a_thread_of_its_own()
    {
        var gate = new Gate("the test to count the threads");
        var threads = new ConcurrentBag<Thread>();
        var borrowed = false;
        var call = PendingCall.Start(
            () =>
                Threads.ForEachThread(
                    Bowls,
                    _ =>
                    {
                        threads.Add(Thread.CurrentThread);
                        if (Thread.CurrentThread.IsThreadPoolThread)
                            borrowed = true;
                        gate.Wait();
                    }
                ),
            "ForEachThread to come back"
        );

        call.WaitForArrivals(gate, Bowls.Length);
        gate.Open();
        call.Finish();

        Assert.That(
            threads.Distinct().Count(),
            Is.EqualTo(Bowls.Length),
            "Two items shared a thread. Look at where a thread is made: once for each item."
        );
        Assert.That(
            borrowed,
            Is.False,
            "An action ran on a borrowed thread of the pool. ForEachThread starts new ones."
        );
    }

    [TestCase(0)]
    [TestCase(2)]
    [TestCase(4)]
    public void ForEachThread_returns_only_when_the_last_has_ended(int last)
    {
        const string back = "ForEachThread to come back after its actions have ended";
        var gate = new Gate($"the test to let the action of item {last} end");
        var quick = new QuickActions();
        var call = PendingCall.Start(
            () => Threads.ForEachThread(Bowls, bowl => Cook(bowl == Bowls[last])),
            back
        );
        call.WaitForArrivals(gate, 1);
        quick.Settle(Bowls.Length - 1, back);

        call.Settle();

        Assert.That(
            call.HasEnded,
            Is.False,
            $"ForEachThread came back while the action of item {last} was still running. Look at which of the threads are joined."
        );
        gate.Open();
        call.Finish();

        void Cook(bool slow)
        {
            if (slow)
                gate.Wait();
            else
                quick.Do();
        }
    }

    [Test]
    public void ForEachThread_without_items_comes_back()
    {
        var cooked = 0;

        HangGuard.Run(
            () => Threads.ForEachThread(Array.Empty<string>(), _ => cooked++),
            "ForEachThread to come back when it has no items"
        );

        Assert.That(cooked, Is.Zero, "There was no item, so there was nothing to cook.");
    }
}
