// right: the library has this since .NET 9; the time-out is made by hand
namespace Katas.Futures;

public static class Future
{
    public static IAsyncEnumerable<Task<T>> AsCompleted<T>(
        IEnumerable<Task<T>> tasks,
        CancellationToken cancellationToken = default
    ) => Loop(tasks.ToList(), cancellationToken);

    public static async Task<T> WithTimeout<T>(
        Func<CancellationToken, Task<T>> work,
        TimeSpan due,
        TimeProvider clock
    )
    {
        var stop = new CancellationTokenSource();
        using var timer = new CancellationTokenSource();
        var task = work(stop.Token);
        if (
            task.IsCompleted
            || await Task.WhenAny(task, Task.Delay(due, clock, timer.Token)) == task
        )
        {
            await timer.CancelAsync();
            return await task;
        }
        stop.Cancel();
        _ = task.ContinueWith(late => late.Exception, TaskScheduler.Default);
        throw new TimeoutException($"Not done within {due}.");
    }

    private static async IAsyncEnumerable<Task<T>> Loop<T>(
        List<Task<T>> left,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        while (left.Count > 0)
        {
            var done = await Task.WhenAny(left).WaitAsync(cancellationToken);
            left.Remove(done);
            yield return done;
        }
    }
}
