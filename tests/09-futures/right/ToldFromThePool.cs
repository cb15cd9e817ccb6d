// right: the time-out is made of WhenAny and Delay, and another thread tells the work
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
        if (task.IsCompleted)
            return await task;
        using var enough = new CancellationTokenSource();
        if (await Task.WhenAny(task, Task.Delay(due, clock, enough.Token)) == task)
        {
            await enough.CancelAsync();
            return await task;
        }
        LookAtExceptionOf(task);
        ThreadPool.QueueUserWorkItem(_ => stop.Cancel());
        throw new TimeoutException($"Not done within {due}.");
    }

    private static void LookAtExceptionOf(Task task) =>
        _ = task.ContinueWith(
            failed => _ = failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
}
