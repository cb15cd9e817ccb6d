// wrong: without any attempts, an empty list of failures is reported
// fails: With_nobody_to_ask_it_is_refused, When_all_fail_no_failure_is_lost
// says: "ArgumentException"

namespace Katas.WaitingWithoutAThread;

public static class Suppliers
{
    public static async Task<T> FirstSuccessAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> attempts,
        CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var tasks = attempts.Select(attempt => StartAsync(attempt, stop.Token)).ToList();
            await foreach (var task in Task.WhenEach(tasks).WithCancellation(cancellationToken))
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
