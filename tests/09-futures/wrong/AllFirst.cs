// wrong: nobody is served before everything is ready
// fails: Tasks_come_in_the_order_in_which_they_complete, A_task_is_handed_out_while_others_go_on, A_task_that_fails_or_is_cancelled_keeps_no_other_from_being_served, Tasks_that_complete_while_nobody_asks_keep_their_order
// says: "has completed"
using System.Runtime.CompilerServices;

namespace Katas.Futures;

public static class Future
{
    public static async IAsyncEnumerable<Task<T>> AsCompleted<T>(
        IEnumerable<Task<T>> tasks,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        Task<T>[] all = [.. tasks];
        await Task.WhenAll(all)
            .ContinueWith(_ => { }, TaskScheduler.Default)
            .WaitAsync(cancellationToken);
        foreach (var task in all)
            yield return task;
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
