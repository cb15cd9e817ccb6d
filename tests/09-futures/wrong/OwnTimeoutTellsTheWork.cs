// wrong: the work's own TimeoutException is taken for the time-out
// fails: The_exception_of_the_work_is_passed_on
// says: "Look at how you tell that one from yours"
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
        var task = work(stop.Token);
        _ = LookAtExceptionOf(task);
        try
        {
            return await task.WaitAsync(due, clock);
        }
        catch (TimeoutException)
        {
            _ = stop.CancelAsync();
            throw;
        }
    }

    private static async Task LookAtExceptionOf(Task task) =>
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
