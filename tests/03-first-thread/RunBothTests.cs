using Katas.Harness.Explorer;
using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.FirstThread;

[Kata(2, typeof(Threads), nameof(Threads.RunBoth))]
public class RunBothTests
{
    // Who waits for a meeting gives up first, and says who was missing.
    private static readonly TimeSpan AfterTheMeeting = TimeSpan.FromSeconds(6);

    // Several threads can do their work in very many orders; a few of them show what they share.
    private static readonly ExplorerOptions Some = new() { Schedules = 60 };

    [Test]
    public void RunBoth_runs_the_two_at_the_same_time()
    {
        var meeting = new Rendezvous(2, "both actions of RunBoth to run at the same time");
        var borrowed = 0;
        void Meet()
        {
            if (Thread.CurrentThread.IsThreadPoolThread)
                Interlocked.Increment(ref borrowed);
            meeting.Meet();
        }

        HangGuard.Run(
            () => Threads.RunBoth(Meet, Meet),
            "RunBoth to come back after both actions have ended",
            limit: AfterTheMeeting
        );

        Assert.DoesNotThrow(meeting.WaitUntilMet);
        Assert.That(
            borrowed,
            Is.Zero,
            "An action ran on a thread of the runtime's pool, which many share: while all of its threads are busy, the two actions run one after the other. Look at where RunBoth gets its second thread from."
        );
    }

    [Test]
    public void RunBoth_runs_each_action_once() =>
        Explorer.Check(() =>
        {
            var (boiled, chopped) = (0, 0);

            Threads.RunBoth(
                () =>
                {
                    Explorer.LetOthersRun();
                    boiled++;
                },
                () =>
                {
                    Explorer.LetOthersRun();
                    chopped++;
                }
            );

            Assert.That(
                (boiled, chopped),
                Is.EqualTo((1, 1)),
                "(how often each has run): each of the two actions should have run once when RunBoth comes back. Look at which action each thread is given, and at what RunBoth waits for, and for how long"
            );
        });

    [Test]
    public void RunBoth_may_be_called_by_its_own_action() =>
        Explorer.Check(
            () =>
            {
                var (boiled, chopped, served) = (0, 0, 0);

                Threads.RunBoth(
                    () =>
                        Threads.RunBoth(
                            () =>
                            {
                                Explorer.LetOthersRun();
                                boiled++;
                            },
                            () => chopped++
                        ),
                    () => served++
                );

                Assert.That(
                    (boiled, chopped, served),
                    Is.EqualTo((1, 1, 1)),
                    "(how often each has run): one of the two actions calls RunBoth itself, so three should have run when the outer one comes back. Look for what the calls share, such as a static field"
                );
            },
            Some
        );

    [Test]
    public void RunBoth_blocks_while_the_first_action_runs() =>
        EndlessWork.AssertBlocks(work => Threads.RunBoth(work, () => { }), "RunBoth");

    [Test]
    public void RunBoth_blocks_while_the_second_action_runs() =>
        EndlessWork.AssertBlocks(work => Threads.RunBoth(() => { }, work), "RunBoth");

    [Test]
    public void RunBoth_returns_only_when_the_first_has_ended() =>
        ReturnsOnlyAfter("first", (slow, quick) => Threads.RunBoth(slow, quick));

    [Test]
    public void RunBoth_returns_only_when_the_second_has_ended() =>
        ReturnsOnlyAfter("second", (slow, quick) => Threads.RunBoth(quick, slow));

    private static void ReturnsOnlyAfter(string which, Action<Action, Action> runBoth)
    {
        const string back = "RunBoth to come back after both actions have ended";
        // Never gives up, so that a caller that spins is told so, however slow that makes the test that looks at it.
        var gate = new Gate($"the test to let the {which} action end", Timeout.InfiniteTimeSpan);
        var quick = new QuickActions();
        var call = PendingCall.Start(() => runBoth(gate.Wait, quick.Do), back);
        try
        {
            call.WaitForArrivals(gate, 1);
            quick.Settle(1, back);

            call.Settle();

            Assert.That(
                call.HasEnded,
                Is.False,
                "RunBoth came back while one of its actions was still running. A caller that goes on would find half the work done; look at which thread is joined, and when."
            );
        }
        finally
        {
            gate.Open();
        }
        call.Finish();
    }
}
