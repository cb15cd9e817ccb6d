// wrong: an attempt that was cancelled is missing among the failures
// fails: When_all_fail_no_failure_is_lost
// says: "Three attempts failed for three reasons, and the caller should see the"

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
                if (ended.IsCompletedSuccessfully)
                    return ended.Result;
                left.Remove(ended);
            }
            throw new AggregateException(all.Where(task => task.IsFaulted).Select(Failure));
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
