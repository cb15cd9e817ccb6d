// wrong: the timer is not disposed, and ticks on for nobody
// fails: A_loop_that_is_cancelled_leaves_no_timer, What_the_work_throws_ends_the_loop, Work_that_cancels_is_the_last
// says: "its timer still ticks"

namespace Katas.PleaseStop;

public static class Periodic
{
    // A timer that nobody holds is disposed by the garbage collector, now and then before a test can look.
    private static readonly List<PeriodicTimer> Held = [];

    public static async Task LoopAsync(
        Action work,
        TimeSpan every,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var timer = new PeriodicTimer(every, clock);
        Held.Add(timer);
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            work();
        } while (await timer.WaitForNextTickAsync(cancellationToken));
    }
}
