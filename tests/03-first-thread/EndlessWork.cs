using Katas.Harness.Explorer;
using Katas.Harness.Explorer.Verdicts;

namespace Katas.FirstThread;

/// <summary>Work that does not end, which shows how a caller waits for it.</summary>
internal static class EndlessWork
{
    /// <summary>A deadlock is what should come of it, so it needs no page.</summary>
    private static readonly ExplorerOptions Unreported = new() { ReportFolder = null };

    /// <summary>One order of steps shows whether a call comes back at all.</summary>
    private static readonly ExplorerOptions Once = new() { Schedules = 1, ReportFolder = null };

    /// <summary>
    /// Fails when a call looks again and again whether its work has ended. The explorer tells it from one that blocks by its steps, not by a
    /// clock: who blocks takes no step any more, and that is a deadlock; who looks takes the same steps endlessly, and that is a livelock.
    /// Work that does end shows that it is the work for which the call waits.
    /// </summary>
    /// <param name="call">Makes the call, with the work that does not end.</param>
    /// <param name="name">What is called, for the message.</param>
    public static void AssertBlocks(Action<Action> call, string name)
    {
        AssertWaits(call, name);
        AssertEnds(call, name);
    }

    private static void AssertWaits(Action<Action> call, string name)
    {
        try
        {
            Explorer.Check(
                () => call(() => Explorer.WaitUntil(() => false, "an end that never comes")),
                Unreported
            );
        }
        // What blocks in a wait that the explorer does not know blocks as well.
        catch (Exception e) when (e is DeadlockException or UncontrolledWaitException)
        {
            return;
        }
        catch (LivelockException)
        {
            Assert.Fail(
                $"{name} should be blocked while its work goes on, but it looks again and again whether the work has ended. "
                    + "That costs a core, or wakes the thread for nothing; look for a wait without a loop around it and without a limit."
            );
        }
        Assert.Fail(
            $"{name} should wait for work that does not end, but it came back. Look at what it waits for, and for how long."
        );
    }

    private static void AssertEnds(Action<Action> call, string name)
    {
        var hasEnded = false;
        try
        {
            Explorer.Check(
                () =>
                {
                    hasEnded = false;
                    call(() => hasEnded = true);
                },
                Once
            );
        }
        catch (NothingToExploreException)
        {
            // The caller has done it all: whether it may is another test's business.
        }
        catch (Exception e) when (e is DeadlockException or UncontrolledWaitException)
        {
            Assert.Fail(
                $"{name} should come back when its work has ended, but it waits on. Look at what it waits for, and for who ends that wait."
            );
        }
        Assert.That(
            hasEnded,
            Is.True,
            $"{name} came back without having done its work. Look at which thread is given it, and whether that thread is started."
        );
    }
}
