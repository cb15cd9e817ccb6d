// wrong: the work is first done after the first wait
// fails: The_work_is_done_at_once_and_the_caller_goes_on, The_work_is_done_again_each_time_the_clock_has_moved_on, A_cancellation_ends_the_waiting_at_once, Work_that_cancels_is_the_last, What_the_work_throws_ends_the_loop, The_work_is_done_first_on_the_thread_of_the_caller, Work_that_somebody_else_cancels_ends_the_loop_too
// fails: Work_that_fails_although_the_stop_is_requested_has_failed
// says: "Expected: 1"

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
            await Task.Delay(every, clock, cancellationToken);
            work();
        }
    }
}
