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
    public static IAsyncEnumerable<Task<T>> AsCompleted<T>(
        IEnumerable<Task<T>> tasks,
        CancellationToken cancellationToken = default
    )
    {
        // TODO: hand out each task when it completes.
        throw new NotImplementedException();
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
    public static Task<T> WithTimeout<T>(
        Func<CancellationToken, Task<T>> work,
        TimeSpan due,
        TimeProvider clock
    )
    {
        // TODO: start the work, and wait for it or for the clock.
        throw new NotImplementedException();
    }
}
