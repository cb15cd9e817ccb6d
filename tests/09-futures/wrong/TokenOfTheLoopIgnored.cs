// wrong: a token that await foreach hands over does not arrive
// fails: Who_asks_in_a_loop_can_stop_asking_too
// says: "[EnumeratorCancellation]"
using System.Runtime.CompilerServices;

namespace Katas.Futures;

public static class Future
{
    public static IAsyncEnumerable<Task<T>> AsCompleted<T>(
        IEnumerable<Task<T>> tasks,
        CancellationToken cancellationToken = default
    )
    {
        return InOrder(tasks, () => cancellationToken);
    }

    private static async IAsyncEnumerable<Task<T>> InOrder<T>(
        IEnumerable<Task<T>> tasks,
        Func<CancellationToken> token,
        [EnumeratorCancellation] CancellationToken unused = default
    )
    {
        Task<T>[] all = [.. tasks];
        // One promise for each place in the order of completion: whoever is next takes the next place.
        Promise<Task<T>>[] places = [.. all.Select(_ => new Promise<Task<T>>())];
        var taken = -1;
        foreach (var task in all)
        {
            _ = task.ContinueWith(
                done => places[Interlocked.Increment(ref taken)].Set(done),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
        }
        foreach (var place in places)
            yield return await place.Task.WaitAsync(token());
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
