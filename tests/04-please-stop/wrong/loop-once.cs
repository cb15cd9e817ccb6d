// wrong: the work is done once
// fails: The_work_is_done_at_once_and_the_caller_goes_on, The_work_is_done_again_each_time_the_clock_has_moved_on, A_cancellation_ends_the_waiting_at_once, A_loop_that_is_cancelled_leaves_no_timer, Work_that_cancels_is_the_last, What_the_work_throws_ends_the_loop
// fails: Work_that_fails_although_the_stop_is_requested_has_failed
// says: "1 timers on this clock: 0 are set"

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
        cancellationToken.ThrowIfCancellationRequested();
        work();
        if (every > TimeSpan.Zero)
            return;
        await Task.Delay(every, clock, cancellationToken);
    }
}
