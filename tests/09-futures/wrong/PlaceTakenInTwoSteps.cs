// wrong: the number of the next place is taken in more than one step
// fails: Two_that_complete_at_the_same_moment_take_different_places
// says: "look at how each takes its place"
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
                done => places[++taken].Set(done),
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
        catch (TimeoutException) when (!task.IsCompleted)
        {
            _ = stop.CancelAsync();
            throw;
        }
    }

    private static async Task LookAtExceptionOf(Task task) =>
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
