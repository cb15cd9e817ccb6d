// wrong: a single attempt is awaited as it is
// fails: One_attempt_alone_fails_as_several_do
// says: "when there is only one"
namespace Katas.WaitingWithoutAThread;

/// <summary>Several ways to get one thing, and the first that works.</summary>
public static class Suppliers
{
    /// <summary>Kata 3. Starts all attempts at once, and gives back the result of the first that succeeds.</summary>
    /// <remarks>
    /// Each begins on the calling thread: to ask takes no other. An attempt that fails, even one that throws before it gives back a task or
    /// is cancelled by somebody else, leaves it to the others. As soon as one has succeeded, the others are told to stop through their
    /// token, and are not waited for.
    /// </remarks>
    /// <typeparam name="T">What an attempt brings.</typeparam>
    /// <param name="attempts">The attempts; at least one.</param>
    /// <param name="cancellationToken">
    /// Gives up: the attempts are told through their token, and the task is cancelled at once, whether they listen or not.
    /// </param>
    /// <returns>The result of the first attempt to succeed.</returns>
    /// <exception cref="ArgumentException">There is no attempt.</exception>
    /// <exception cref="AggregateException">All attempts failed; it holds the exception of each, in the order of the attempts.</exception>
    public static async Task<T> FirstSuccessAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> attempts,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfZero(attempts.Count, nameof(attempts));
        // With one attempt there is no race.
        if (attempts.Count == 1)
            return await attempts[0](cancellationToken);
        // Never disposed: the others hold its token for as long as they like, and without a link or a timer there is nothing to clean up.
        var stop = new CancellationTokenSource();
        var tasks = attempts.Select(attempt => StartAsync(attempt, stop.Token)).ToList();
        try
        {
            await foreach (var task in Task.WhenEach(tasks).WithCancellation(cancellationToken))
            {
                if (task.IsCompletedSuccessfully)
                    return await task;
            }
            // Awaiting one of them, or all through WhenAll, would throw one exception and lose the rest.
            throw new AggregateException(tasks.Select(Failure));
        }
        finally
        {
            // Whatever the outcome, and also when the caller has given up: nobody needs the others any more.
            _ = DismissAsync(tasks, stop);
        }
    }

    /// <summary>Tells the attempts to stop and sees them end. What they do then may take long or throw, so the result does not wait for this.</summary>
    private static async Task DismissAsync(
        IReadOnlyList<Task> tasks,
        CancellationTokenSource stop
    ) =>
        await Task.WhenAll([stop.CancelAsync(), .. tasks])
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>An attempt that throws at once fails like any other: in its task.</summary>
    private static async Task<T> StartAsync<T>(
        Func<CancellationToken, Task<T>> attempt,
        CancellationToken stop
    ) => await attempt(stop);

    private static Exception Failure(Task task) =>
        task.Exception?.InnerException ?? new TaskCanceledException(task);
}
