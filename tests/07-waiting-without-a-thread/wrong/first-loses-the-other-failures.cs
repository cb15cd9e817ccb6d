// wrong: only one of several failures reaches the caller
// fails: When_all_fail_no_failure_is_lost, Each_attempt_that_fails_has_one_reason_in_its_place, One_attempt_alone_fails_as_several_do
// says: "await` throws only one of several"

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
            await foreach (var task in Task.WhenEach(tasks).WithCancellation(cancellationToken))
            {
                if (task.IsCompletedSuccessfully)
                    return await task;
            }
            return await tasks[0];
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
