// wrong: a reason that carries several is taken apart: there are more reasons than attempts
// fails: Each_attempt_that_fails_has_one_reason_in_its_place
// says: "in the order of the attempts"

namespace Katas.WaitingWithoutAThread;

public static class Suppliers
{
    public static async Task<T> FirstSuccessAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> attempts,
        CancellationToken cancellationToken
    )
    {
        if (attempts.Count == 0)
            throw new ArgumentException("There is no attempt.", nameof(attempts));
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var tasks = attempts.Select(Begin).ToArray();
        try
        {
            var left = tasks.ToList();
            while (left.Count > 0)
            {
                var ended = await Task.WhenAny(left).WaitAsync(cancellationToken);
                left.Remove(ended);
                if (ended.IsCompletedSuccessfully)
                    return await ended;
            }
            throw new AggregateException(tasks.Select(Reason)).Flatten();
        }
        finally
        {
            _ = stop.CancelAsync();
        }

        async Task<T> Begin(Func<CancellationToken, Task<T>> attempt) => await attempt(stop.Token);
    }

    private static Exception Reason<T>(Task<T> task) =>
        task.Exception?.InnerException ?? new TaskCanceledException(task);
}
