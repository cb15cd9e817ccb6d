// wrong: an attempt that brings null counts as failed
// fails: Nothing_is_a_result_like_any_other
// says: "brought null"
namespace Katas.WaitingWithoutAThread;

public static class Suppliers
{
    public static async Task<T> FirstSuccessAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> attempts,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfZero(attempts.Count, nameof(attempts));
        var stop = new CancellationTokenSource();
        var tasks = attempts.Select(attempt => StartAsync(attempt, stop.Token)).ToList();
        try
        {
            await foreach (var task in Task.WhenEach(tasks).WithCancellation(cancellationToken))
            {
                if (task.IsCompletedSuccessfully && task.Result is not null)
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
    ) => await attempt(stop);

    private static Exception Failure(Task task) =>
        task.Exception?.InnerException ?? new TaskCanceledException(task);
}
