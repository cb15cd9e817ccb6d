// wrong: the cancellation is caught, and the loop looks as if it had done its work
// fails: A_cancellation_ends_the_waiting_at_once, A_loop_that_is_cancelled_before_it_begins_does_no_work, Work_that_cancels_is_the_last, Work_that_somebody_else_cancels_ends_the_loop_too
// says: "cannot see that it was cancelled"

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
        try
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                work();
                await Task.Delay(every, clock, cancellationToken);
            }
        }
        catch (OperationCanceledException) { }
    }
}
