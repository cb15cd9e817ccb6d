// wrong: each attempt is started on the pool
// fails: All_attempts_begin_on_the_calling_thread
// may fail: All_attempts_begin_even_if_one_has_its_result_at_once
// says: "look for what hands an attempt to another one"

namespace Katas.WaitingWithoutAThread;

public static class Suppliers
{
    public static async Task<T> FirstSuccessAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> attempts,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfZero(attempts.Count);
        var stop = new CancellationTokenSource();
        var tasks = attempts.Select(attempt => StartAsync(attempt, stop.Token)).ToList();
        try
        {
            await foreach (var task in Task.WhenEach(tasks).WithCancellation(cancellationToken))
            {
                if (task.IsCompletedSuccessfully)
                    return await task;
            }
            throw new AggregateException(tasks.Select(Failure));
        }
        finally
        {
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
    ) => await Task.Run(() => attempt(stop));

    private static Exception Failure(Task task) =>
        task.Exception?.InnerException ?? new TaskCanceledException(task);
}
