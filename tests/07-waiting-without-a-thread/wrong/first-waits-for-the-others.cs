// wrong: the others are told to stop, and waited for although they may not listen
// fails: The_first_to_succeed_wins_and_not_the_first_in_the_list, The_others_are_told_to_stop_and_not_waited_for, A_cancellation_ends_the_waiting_even_if_nobody_listens, When_all_fail_no_failure_is_lost
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
        var tasks = attempts.Select(attempt => StartAsync(attempt, stop.Token)).ToList();
        try
        {
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
            await ((Task)Task.WhenAll(tasks)).ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing
            );
        }
    }

    private static async Task<T> StartAsync<T>(
        Func<CancellationToken, Task<T>> attempt,
        CancellationToken stop
    ) => await attempt(stop);
}
