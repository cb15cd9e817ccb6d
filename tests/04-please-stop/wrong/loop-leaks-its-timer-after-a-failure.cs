// wrong: makes one timer for all waits, and stops it when cancelled but not when the work fails
// fails: What_the_work_throws_ends_the_loop
// says: "its timer still ticks"
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
        var timer = new PeriodicTimer(every, clock);
        try
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                work();
                await timer.WaitForNextTickAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            timer.Dispose();
            throw;
        }
    }
}
