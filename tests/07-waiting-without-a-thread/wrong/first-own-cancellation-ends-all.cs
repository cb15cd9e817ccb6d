// wrong: an attempt that is cancelled by somebody else ends the waiting for the others
// fails: A_failure_leaves_it_to_the_others, When_all_fail_no_failure_is_lost
// says: "One supplier delivered"

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
            var all = attempts.Select(attempt => StartAsync(attempt, stop.Token)).ToArray();
            var left = all.ToList();
            while (left.Count > 0)
            {
                var ended = await Task.WhenAny(left).WaitAsync(cancellationToken);
                if (ended.IsCompletedSuccessfully || ended.IsCanceled)
                    return await ended;
                left.Remove(ended);
            }
            throw new AggregateException(all.Select(Failure));
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

    private static Exception Failure(Task task) =>
        task.Exception?.InnerException ?? new TaskCanceledException(task);
}
