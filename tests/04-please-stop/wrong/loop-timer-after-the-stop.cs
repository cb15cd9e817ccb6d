// wrong: a timer that is made after the work has asked for the stop is never disposed
// fails: Work_that_cancels_is_the_last
// says: "a timer still ticks"

namespace Katas.PleaseStop;

/// <summary>Something that is done every so often, without a thread that waits in between.</summary>
public static class Periodic
{
    /// <summary>Kata 3. Does some work now, then again each time the given time has passed on the clock, until it is cancelled.</summary>
    /// <remarks>
    /// It returns to its caller as soon as it has to wait. A cancellation ends the waiting at once. When a token is cancelled before
    /// the call, no work is done at all. Afterwards no timer of the clock is left.
    /// </remarks>
    /// <param name="work">What is done each time. What it throws ends the loop, and is what the task fails with.</param>
    /// <param name="every">How long to wait before the next time; more than zero.</param>
    /// <param name="clock">The clock to wait by. Never the real one: a test moves this one as it likes.</param>
    /// <param name="cancellationToken">Ends the loop.</param>
    /// <returns>The loop. It never completes normally: when it is cancelled, it ends as a cancelled task.</returns>
    public static async Task LoopAsync(
        Action work,
        TimeSpan every,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            work();
            var tick = new TaskCompletionSource();
            ITimer? timer = null;
            using var bell = cancellationToken.Register(() =>
            {
                timer?.Dispose();
                tick.TrySetCanceled(cancellationToken);
            });
            timer = clock.CreateTimer(
                _ => tick.TrySetResult(),
                null,
                every,
                Timeout.InfiniteTimeSpan
            );
            await tick.Task;
            timer.Dispose();
        }
    }
}
