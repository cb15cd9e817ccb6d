// wrong: the failures come in the order in which they happened
// fails: When_all_fail_no_failure_is_lost, A_failure_leaves_it_to_the_others, Each_attempt_that_fails_has_one_reason_in_its_place
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
            throw new ArgumentException("There is nobody to ask.", nameof(attempts));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var tasks = attempts.Select(attempt => StartAsync(attempt, stop.Token)).ToList();
            var failures = new List<Exception>();
            await foreach (var task in Task.WhenEach(tasks).WithCancellation(cancellationToken))
            {
                if (task.IsCompletedSuccessfully)
                    return await task;
                failures.Add(task.Exception!.InnerException!);
            }
            throw new AggregateException(failures);
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
