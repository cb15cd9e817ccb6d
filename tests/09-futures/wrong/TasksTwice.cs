// wrong: the tasks are gone through twice, which starts the work twice
// fails: The_tasks_are_gone_through_once
// may fail: Tasks_come_in_the_order_in_which_they_complete
// says: "computed anew each time"
using System.Runtime.CompilerServices;

namespace Katas.Futures;

public static class Future
{
    public static async IAsyncEnumerable<Task<T>> AsCompleted<T>(
        IEnumerable<Task<T>> tasks,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        // One promise for each place in the order of completion: whoever is next takes the next place.
        Promise<Task<T>>[] places = [.. tasks.Select(_ => new Promise<Task<T>>())];
        var taken = -1;
        foreach (var task in tasks)
        {
            _ = task.ContinueWith(
                done => places[Interlocked.Increment(ref taken)].Set(done),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
        }
        foreach (var place in places)
            yield return await place.Task.WaitAsync(cancellationToken);
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
