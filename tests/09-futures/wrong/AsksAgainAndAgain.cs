// wrong: the tasks are asked every few milliseconds
// fails: Nobody_asks_again_and_again_meanwhile
// may fail: Tasks_come_in_the_order_in_which_they_complete
// says: "have it call you"
using System.Runtime.CompilerServices;

namespace Katas.Futures;

public static class Future
{
    public static async IAsyncEnumerable<Task<T>> AsCompleted<T>(
        IEnumerable<Task<T>> tasks,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var left = tasks.ToList();
        while (left.Count > 0)
        {
            if (left.Find(task => task.IsCompleted) is { } done)
            {
                left.Remove(done);
                yield return done;
            }
            else
            {
                await Task.Delay(5, cancellationToken);
            }
        }
    }

    public static async Task<T> WithTimeout<T>(
        Func<CancellationToken, Task<T>> work,
        TimeSpan due,
        TimeProvider clock
    )
    {
        var stop = new CancellationTokenSource();
        var task = work(stop.Token);
        LookAtExceptionOf(task);
        try
        {
            // WaitAsync takes its timer away again when the task is done first.
            return await task.WaitAsync(due, clock);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            // Nobody waits any more, so the work should know; its callbacks are not waited for either.
            _ = stop.CancelAsync();
            throw;
        }
    }

    private static void LookAtExceptionOf(Task task) =>
        _ = task.ContinueWith(
            failed => _ = failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
}
