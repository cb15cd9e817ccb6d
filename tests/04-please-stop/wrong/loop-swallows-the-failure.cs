// wrong: the work fails, and the loop goes on as if nothing had happened
// fails: What_the_work_throws_ends_the_loop, Work_that_fails_although_the_stop_is_requested_has_failed
// says: "the loop to end"

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
            try
            {
                work();
            }
            catch (InvalidOperationException) { }
            await Task.Delay(every, clock, cancellationToken);
        }
    }
}
