// wrong: the time is cut to an int of milliseconds, which holds 24 days
// fails: A_month_may_be_waited
// says: "look for a time that is cut off"
using System.Runtime.CompilerServices;

namespace Katas.Futures;

/// <summary>What can be done with values that are not there yet.</summary>
public static class Future
{
    /// <summary>
    /// Kata 4. Hands out the tasks in the order in which they complete: each as soon as it has, while the others go on.
    /// </summary>
    /// <remarks>
    /// A task that has failed or was cancelled is handed out like any other, and throws only when it is awaited: one burnt bowl does not keep
    /// the others from being served. A task that is given twice is handed out twice. No thread waits meanwhile.
    /// </remarks>
    /// <typeparam name="T">What the tasks make.</typeparam>
    /// <param name="tasks">The tasks; some may be complete.</param>
    /// <param name="cancellationToken">Ends the waiting, not the tasks.</param>
    /// <returns>The same tasks, all of them, each completed.</returns>
    public static async IAsyncEnumerable<Task<T>> AsCompleted<T>(
        IEnumerable<Task<T>> tasks,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        Task<T>[] all = [.. tasks];
        // One promise for each place in the order of completion: whoever is next takes the next place.
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

    /// <summary>
    /// Kata 5. Starts some work and waits for it, but only for a limited time: when the time is up, asks the work to stop, and gives up on it.
    /// </summary>
    /// <remarks>
    /// The work begins on the calling thread. The result or the exception of work that ends in time is passed on. What becomes of work
    /// after the time-out is nobody's concern any more, so an exception that it still throws must not turn up as unobserved. The timer is
    /// gone as soon as the work has ended.
    /// </remarks>
    /// <typeparam name="T">What the work makes.</typeparam>
    /// <param name="work">The work; its token is cancelled when the time is up, so that it does not go on without anybody knowing.</param>
    /// <param name="due">How long to wait; zero means not at all, unless the work is complete when it returns.</param>
    /// <param name="clock">Whose time.</param>
    /// <returns>What the work has made.</returns>
    /// <exception cref="TimeoutException">The time was up first.</exception>
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
            // WaitAsync takes its timer away again when the task is done first.
            return await task.WaitAsync(
                TimeSpan.FromMilliseconds((int)due.TotalMilliseconds),
                clock
            );
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            // Nobody waits any more, so the work should know; its callbacks are not waited for either.
            _ = stop.CancelAsync();
            throw;
        }
    }

    /// <summary>An exception that nobody has looked at when the task is collected counts as unobserved; after a time-out nobody else would.</summary>
    private static async Task LookAtExceptionOf(Task task) =>
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
