namespace Katas.Harness.Probes;

/// <summary>Observes from outside what a thread is doing.</summary>
public static class ThreadProbe
{
    /// <summary>A thread may wait for a moment on its way; one that is seen waiting so often in a row has come to rest.</summary>
    private const int PollsAtRest = 8;

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(1);

    /// <summary>Blocks until a thread either waits for something or has ended, so that what is asserted next is no matter of luck.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="what">What the thread should wait for, as it goes on after "Waited 2 s for".</param>
    /// <param name="limit">How long to wait for that; without it, a few seconds.</param>
    /// <exception cref="ProbeException">It does neither: it loops.</exception>
    public static void Settle(Thread thread, string what, TimeSpan? limit = null)
    {
        ArgumentNullException.ThrowIfNull(thread);
        // Less than the usual, so that this message comes before that of whoever waits for the test to go on.
        var waitLimit = limit ?? WaitTimeouts.Limit(null) / 2;
        var polls = waitLimit / PollInterval;
        for (var atRest = 0; atRest < PollsAtRest; polls--)
        {
            // A thread that blocks gives no signal, so there is a short pause between two polls; its end cuts the pause short.
            if (thread.Join(PollInterval))
                return;
            atRest = thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin) ? atRest + 1 : 0;
            if (polls < 0 && waitLimit > TimeSpan.Zero)
                throw WaitTimeouts.RunOut(
                    waitLimit,
                    limit,
                    $"{what}, and its thread neither waits nor ends: it keeps a core busy. Look for a loop that asks again and again instead of waiting."
                );
        }
    }
}
