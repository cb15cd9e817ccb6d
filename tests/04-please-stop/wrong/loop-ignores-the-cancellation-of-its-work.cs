// wrong: work that somebody else has cancelled is ignored, and the loop goes on
// fails: Work_that_somebody_else_cancels_ends_the_loop_too
// says: "although nobody had cancelled the loop"
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
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested) { }
            await Task.Delay(every, clock, cancellationToken);
        }
    }
}
