// wrong: the caller gives up, and waits on all the same
// fails: A_cancellation_ends_the_waiting_even_if_nobody_listens, When_all_fail_no_failure_is_lost
// says: "FirstSuccessAsync to end"

namespace Katas.WaitingWithoutAThread;

public static class Suppliers
{
    public static async Task<T> FirstSuccessAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> attempts,
        CancellationToken cancellationToken
    )
    {
        if (attempts.Count == 0)
            throw new ArgumentException("There is nobody to ask.", nameof(attempts));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var tasks = attempts.Select(attempt => StartAsync(attempt, stop.Token)).ToList();
            await foreach (var task in Task.WhenEach(tasks))
            {
                if (task.IsCompletedSuccessfully)
                    return await task;
            }
            throw new AggregateException(tasks.Select(task => task.Exception!.InnerException!));
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    private static async Task<T> StartAsync<T>(
        Func<CancellationToken, Task<T>> attempt,
        CancellationToken stop
    ) => await attempt(stop);
}
