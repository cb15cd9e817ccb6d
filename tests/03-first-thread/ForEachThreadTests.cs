using System.Collections.Concurrent;
using Katas.Harness.Explorer;
using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.FirstThread;

[Kata(3, typeof(Threads), nameof(Threads.ForEachThread))]
public class ForEachThreadTests
{
    // Who waits for a meeting gives up first, and says who was missing.
    private static readonly TimeSpan AfterTheMeeting = TimeSpan.FromSeconds(6);

    // Several threads can do their work in very many orders; a few of them show what they share.
    private static readonly ExplorerOptions Some = new() { Schedules = 60 };

    private static readonly string[] Bowls = ["miso", "shoyu", "shio", "tonkotsu", "kimchi"];

    [Test]
    public void ForEachThread_gives_every_item_to_the_action_once() =>
        Explorer.Check(
            () =>
            {
                string?[] bowls = ["miso", "miso", null];
                var seen = new List<string?>();

                Threads.ForEachThread(
                    bowls,
                    bowl =>
                    {
                        Explorer.LetOthersRun();
                        seen.Add(bowl);
                    }
                );

                Assert.That(
                    seen.Order(),
                    Is.EqualTo(bowls.Order()),
                    "Each item should be given to the action once, also one that is there twice, and all actions should have ended when ForEachThread comes back. Look at which variable each lambda reads, and when: when the thread runs, not when it is made"
                );
            },
            Some
        );

    [Test]
    public void ForEachThread_runs_all_items_at_the_same_time()
    {
        var tables = Enumerable.Range(1, 70).ToArray();
        var meeting = new Rendezvous(
            tables.Length,
            "all 70 actions of ForEachThread to run at once"
        );

        HangGuard.Run(
            () => Threads.ForEachThread(tables, _ => meeting.Meet()),
            "ForEachThread to come back after its 70 actions have ended",
            limit: AfterTheMeeting
        );

        Assert.DoesNotThrow(meeting.WaitUntilMet);
    }

    [Test]
    public void ForEachThread_may_be_called_by_its_own_action() =>
        Explorer.Check(
            () =>
            {
                var bowls = 0;

                Threads.ForEachThread(
                    ["table 1", "table 2"],
                    _ =>
                        Threads.ForEachThread(
                            ["miso", "shio"],
                            _ => Interlocked.Increment(ref bowls)
                        )
                );

                Assert.That(
                    bowls,
                    Is.EqualTo(4),
                    "Each of two actions calls ForEachThread for two bowls, so there should be four when the outer call comes back. Look for what the calls share, such as a static field"
                );
            },
            Some
        );

    [Test]
    public void ForEachThread_blocks_while_it_waits() =>
        EndlessWork.AssertBlocks(
            work => Threads.ForEachThread(["miso", "shio"], _ => work()),
            "ForEachThread"
        );

    [Test]
    public void ForEachThread_gives_every_item_a_thread_of_its_own()
    {
        var gate = new Gate("the test to count the threads");
        var threads = new ConcurrentBag<Thread>();
        var borrowed = false;
        var caller = Thread.CurrentThread;
        var call = PendingCall.Start(
            () =>
            {
                caller = Thread.CurrentThread;
                Threads.ForEachThread(
                    Bowls,
                    _ =>
                    {
                        threads.Add(Thread.CurrentThread);
                        if (Thread.CurrentThread.IsThreadPoolThread)
                            borrowed = true;
                        gate.Wait();
                    }
                );
            },
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
        Assert.That(
            threads,
            Does.Not.Contain(caller),
            "Each item should get a new thread, but one action ran on the thread that called ForEachThread. Look for an item that is not handed to a thread."
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
