// wrong: work that gives up before it has a task counts as work that is out of time
// fails: Work_that_gives_up_before_it_has_a_task_is_not_out_of_time
// says: "a time-out that never happened"
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
        var places = Array.ConvertAll(all, _ => new Promise<Task<T>>());
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
        Task<T> task;
        try
        {
            task = work(stop.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException();
        }
        _ = LookAtExceptionOf(task);
        try
        {
            return await task.WaitAsync(due, clock);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            _ = stop.CancelAsync();
            throw;
        }
    }

    private static async Task LookAtExceptionOf(Task task) =>
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
