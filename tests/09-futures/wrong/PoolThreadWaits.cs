// wrong: a thread of the pool is blocked until the next task completes
// fails: Nobody_is_blocked_meanwhile
// says: "the pool's included"
using System.Runtime.CompilerServices;

namespace Katas.Futures;

public static class Future
{
    public static async IAsyncEnumerable<Task<T>> AsCompleted<T>(
        IEnumerable<Task<T>> tasks,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var done = new System.Collections.Concurrent.BlockingCollection<Task<T>>();
        Task<T>[] all = [.. tasks];
        foreach (var task in all)
            _ = task.ContinueWith(done.Add, TaskContinuationOptions.ExecuteSynchronously);
        for (var i = 0; i < all.Length; i++)
            yield return await Task.Factory.StartNew(
                () => done.Take(cancellationToken),
                CancellationToken.None,
                TaskCreationOptions.None,
                TaskScheduler.Default
            );
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
