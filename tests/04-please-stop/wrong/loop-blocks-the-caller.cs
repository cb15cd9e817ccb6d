// wrong: the caller is held while the loop waits
// fails: The_work_is_done_at_once_and_the_caller_goes_on, The_work_is_done_again_each_time_the_clock_has_moved_on, A_cancellation_ends_the_waiting_at_once, A_loop_that_is_cancelled_leaves_no_timer, What_the_work_throws_ends_the_loop, The_work_is_done_first_on_the_thread_of_the_caller, Work_that_somebody_else_cancels_ends_the_loop_too
// fails: Work_that_fails_although_the_stop_is_requested_has_failed
// says: "LoopAsync to come back to its caller while it waits"

namespace Katas.PleaseStop;

public static class Periodic
{
    public static Task LoopAsync(
        Action work,
        TimeSpan every,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        try
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                work();
                Task.Delay(every, clock, cancellationToken).GetAwaiter().GetResult();
            }
        }
        catch (OperationCanceledException)
        {
            return Task.FromCanceled(cancellationToken);
        }
        catch (Exception e)
        {
            return Task.FromException(e);
        }
    }
}
