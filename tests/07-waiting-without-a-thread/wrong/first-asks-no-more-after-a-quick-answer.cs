// wrong: when one has its result as soon as it is asked, the rest are not asked
// fails: All_attempts_begin_even_if_one_has_its_result_at_once
// says: "look for what ends the asking early"

namespace Katas.WaitingWithoutAThread;

public static class Suppliers
{
    public static async Task<T> FirstSuccessAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> attempts,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfZero(attempts.Count, nameof(attempts));
        // Never disposed: the others hold its token for as long as they like, and without a link or a timer there is nothing to clean up.
        var stop = new CancellationTokenSource();
        var tasks = new List<Task<T>>();
        foreach (var attempt in attempts)
        {
            tasks.Add(StartAsync(attempt, stop.Token));
            if (tasks[^1].IsCompletedSuccessfully)
                break; // nobody has to be asked any more
        }
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

    private static async Task DismissAsync(
        IReadOnlyList<Task> tasks,
        CancellationTokenSource stop
    ) =>
        await Task.WhenAll([stop.CancelAsync(), .. tasks])
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static async Task<T> StartAsync<T>(
        Func<CancellationToken, Task<T>> attempt,
        CancellationToken stop
    ) => await attempt(stop);

    private static Exception Failure(Task task) =>
        task.Exception?.InnerException ?? new TaskCanceledException(task);
}
