// wrong: the first failure is thrown at the caller, and no task tells of it
// fails: What_the_work_throws_ends_the_loop, Work_that_somebody_else_cancels_ends_the_loop_too, Work_that_fails_although_the_stop_is_requested_has_failed
// says: "LoopAsync threw that at its caller"

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
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled(cancellationToken);
        work();
        return AgainAsync();

        async Task AgainAsync()
        {
            while (true)
            {
                await Task.Delay(every, clock, cancellationToken);
                work();
            }
        }
    }
}
