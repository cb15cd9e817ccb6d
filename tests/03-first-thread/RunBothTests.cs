using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.FirstThread;

[Kata(2, typeof(Threads), nameof(Threads.RunBoth))]
public class RunBothTests
{
    [Test]
    public void RunBoth_runs_the_two_at_the_same_time()
    {
        var meeting = new Rendezvous(2, "both actions of RunBoth to run at the same time");

        Threads.RunBoth(meeting.Meet, meeting.Meet);

        Assert.DoesNotThrow(meeting.WaitUntilMet);
    }

    [Test]
    public void RunBoth_runs_each_action_once()
    {
        var log = new EventLog();

        Threads.RunBoth(() => log.Add("boil"), () => log.Add("chop"));
        log.WaitFor("boil");
        log.WaitFor("chop");

        Assert.That(
            (log.Count("boil"), log.Count("chop")),
            Is.EqualTo((1, 1)),
            $"Each of the two actions runs exactly once. Look at which action each thread is given.\n{log}"
        );
    }

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
