// wrong: the first to end is taken, even if it has failed
// fails: A_failure_leaves_it_to_the_others, An_attempt_that_throws_at_once_leaves_it_to_the_others, When_all_fail_no_failure_is_lost, One_attempt_alone_fails_as_several_do
// fails: Each_attempt_that_fails_has_one_reason_in_its_place
// says: "sold out"

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
