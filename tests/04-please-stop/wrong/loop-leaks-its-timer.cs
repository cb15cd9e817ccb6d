// wrong: the timer is not disposed, and ticks on for nobody
// fails: A_loop_that_is_cancelled_leaves_no_timer, What_the_work_throws_ends_the_loop
// says: "its timer still ticks"

namespace Katas.PleaseStop;

public static class Periodic
{
    public static async Task LoopAsync(
        Action work,
        TimeSpan every,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var timer = new PeriodicTimer(every, clock);
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            work();
        } while (await timer.WaitForNextTickAsync(cancellationToken));
    }
}
