// wrong: the work is handed to a thread of the pool
// fails: The_work_is_done_first_on_the_thread_of_the_caller
// may fail: The_work_is_done_at_once_and_the_caller_goes_on
// says: "The first work should be done before LoopAsync comes back, on its call"

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
            await Task.Run(work, cancellationToken);
            await Task.Delay(every, clock, cancellationToken);
        }
    }
}
