// wrong: work that fails after the stop was requested is said to be cancelled: its exception is lost
// fails: Work_that_fails_although_the_stop_is_requested_has_failed
// says: "takes the failure for the stop"

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
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
            await Task.Delay(every, clock, cancellationToken);
        }
    }
}
