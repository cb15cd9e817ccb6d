// wrong: those who throw at once come last among the reasons
// fails: Each_attempt_that_fails_has_one_reason_in_its_place
// says: "in the order of the attempts"

namespace Katas.WaitingWithoutAThread;

public static class Suppliers
{
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<
        Task,
        object
    > s_thrown = [];

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
            throw new AggregateException(
                tasks.OrderBy(t => s_thrown.TryGetValue(t, out _)).Select(Reason)
            );
        }
        finally
        {
            _ = stop.CancelAsync();
        }

        Task<T> Begin(Func<CancellationToken, Task<T>> attempt)
        {
            try
            {
                return attempt(stop.Token);
            }
            catch (Exception e)
            {
                var failed = Task.FromException<T>(e);
                s_thrown.Add(failed, failed);
                return failed;
            }
        }
    }

    private static Exception Reason<T>(Task<T> task) =>
        task.Exception?.InnerException ?? new TaskCanceledException(task);
}
