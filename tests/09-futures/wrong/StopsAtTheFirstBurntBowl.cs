// wrong: a task that failed is awaited here, so its exception ends the service
// fails: A_task_that_fails_or_is_cancelled_keeps_no_other_from_being_served
// says: "burnt"
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
            var done = await Task.WhenAny(left).WaitAsync(cancellationToken);
            await done;
            left.Remove(done);
            yield return done;
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
