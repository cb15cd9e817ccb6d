// wrong: the loop waits by the real clock
// fails: The_work_is_done_again_each_time_the_clock_has_moved_on, A_cancellation_ends_the_waiting_at_once, A_loop_that_is_cancelled_leaves_no_timer, What_the_work_throws_ends_the_loop
// fails: Work_that_fails_although_the_stop_is_requested_has_failed
// says: "not by the real one"

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
            _ = clock;
            work();
            await Task.Delay(every, cancellationToken);
        }
    }
}
