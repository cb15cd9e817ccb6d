using Katas.Harness.Explorer;
using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.FirstThread;

[Kata(1, typeof(Threads), nameof(Threads.Launch))]
public class LaunchTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(2);

    [Test]
    public void Launch_runs_the_action_on_another_thread()
    {
        var log = new EventLog();

        Threads.Launch(() => log.Add("cooked"));
        log.WaitFor("cooked");

        Assert.That(
            log.Entries[0].ThreadId,
            Is.Not.EqualTo(Environment.CurrentManagedThreadId),
            "The action ran on the thread that called Launch. Calling an action does it yourself; look for what hands it to a new thread."
        );
    }

    [Test]
    public void Launch_returns_while_the_action_still_runs()
    {
        var gate = new Gate("Launch to come back while its action still runs");

        Threads.Launch(gate.Wait);
        gate.WaitForArrivals(1);

        Assert.That(
            gate.IsOpen,
            Is.False,
            "Launch came back only when its action had ended. Starting a thread does not wait for it; look for what does."
        );
        gate.Open();
    }

    [Test]
    public void Launch_does_not_wait_for_its_action_for_a_moment_either()
    {
        var caller = Thread.CurrentThread;
        var hasReturned = false;
        var isWaiting = false;
        var log = new EventLog();

        Threads.Launch(() =>
        {
            if (Thread.CurrentThread != caller)
                SpinWait.SpinUntil(
                    () => IsCallerWaiting() || Volatile.Read(ref hasReturned),
                    s_limit
                );
            log.Add("looked");
        });
        Volatile.Write(ref hasReturned, true);
        log.WaitFor("looked");

        Assert.That(
            isWaiting,
            Is.False,
            "Launch was still inside, and waited, when its action began. Starting a thread does not wait for it, not even for a moment; look for a Join or a sleep."
        );

        // In this order: a caller that waits once Launch has returned is this test.
        bool IsCallerWaiting() =>
            isWaiting =
                (caller.ThreadState & ThreadState.WaitSleepJoin) != 0
                && !Volatile.Read(ref hasReturned);
    }

    [Test]
    public void Launch_returns_the_thread_that_runs_the_action()
    {
        Thread? seen = null;
        var log = new EventLog();

        var returned = Threads.Launch(() =>
        {
            seen = Thread.CurrentThread;
            log.Add("cooked");
        });
        log.WaitFor("cooked");

        Assert.That(
            returned,
            Is.SameAs(seen),
            "Launch gave back another thread than the one that ran the action, so joining it would wait for the wrong one."
        );
    }

    [Test]
    public void Every_launch_has_a_thread_of_its_own()
    {
        var meeting = new Rendezvous(2, "two launched actions to run at the same time");
        var end = new Rendezvous(3, "two launched actions to end");
        var borrowed = false;

        Threads.Launch(Cook);
        Threads.Launch(Cook);
        end.Meet();

        Assert.That(
            borrowed,
            Is.False,
            "An action ran on a borrowed thread of the pool. Launch starts a new one."
        );

        void Cook()
        {
            meeting.Meet();
            if (Thread.CurrentThread.IsThreadPoolThread)
                borrowed = true;
            end.Meet();
        }
    }

    [Test]
    public void Every_launch_runs_its_own_action() =>
        Explorer.Check(() =>
        {
            var (miso, shio) = (0, 0);

            var one = Threads.Launch(() => miso++);
            var other = Threads.Launch(() => shio++);
            Explorer.WaitUntil(() => miso + shio == 2, "both actions to have run");

            Assert.That(
                (miso, shio, one == other),
                Is.EqualTo((1, 1, false)),
                "(how often each has run, and whether the threads are the same): two launched actions should run once each, on two threads. Look at what the calls share"
            );
        });
}
