// wrong: the token is looked at between two waits only, so a stop takes as long as a wait
// fails: A_cancellation_ends_the_waiting_at_once, A_loop_that_is_cancelled_leaves_no_timer, Work_that_cancels_is_the_last
// says: "without the clock being moved"

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
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            work();
            await Task.Delay(every, clock);
        }
    }
}
