// wrong: a set of tasks forgets that one was given twice
// fails: A_task_that_is_given_twice_is_handed_out_twice
// says: "as many are handed out as were given"
using System.Runtime.CompilerServices;

namespace Katas.Futures;

public static class Future
{
    public static async IAsyncEnumerable<Task<T>> AsCompleted<T>(
        IEnumerable<Task<T>> tasks,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var left = tasks.ToHashSet();
        while (left.Count > 0)
        {
            var done = await Task.WhenAny(left).WaitAsync(cancellationToken);
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
