// wrong: the attempts are awaited in the order of the list
// fails: The_first_to_succeed_wins_and_not_the_first_in_the_list, The_others_are_told_to_stop_and_not_waited_for, A_cancellation_ends_the_waiting_even_if_nobody_listens, A_failure_leaves_it_to_the_others, When_all_fail_no_failure_is_lost
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
            foreach (var task in tasks)
            {
                try
                {
                    return await task;
                }
                catch (Exception e) when (e is not OperationCanceledException) { }
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
