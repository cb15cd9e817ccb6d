// wrong: Cancel runs what the losers do when they hear it, before the result is given back
// fails: What_the_others_do_when_they_are_told_is_not_waited_for
// says: "took its time with what it does when it is told"
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
        await Task.WhenAll([CancelNow(stop), .. tasks])
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static async Task<T> StartAsync<T>(
        Func<CancellationToken, Task<T>> attempt,
        CancellationToken stop
    ) => await attempt(stop);

    private static Task CancelNow(CancellationTokenSource stop)
    {
        stop.Cancel();
        return Task.CompletedTask;
    }

    private static Exception Failure(Task task) =>
        task.Exception?.InnerException ?? new TaskCanceledException(task);
}
