// wrong: the next is asked only when the one before has failed
// fails: All_attempts_begin_at_once, The_first_to_succeed_wins_and_not_the_first_in_the_list, The_others_are_told_to_stop_and_not_waited_for, When_all_fail_no_failure_is_lost, A_cancellation_ends_the_waiting_even_if_nobody_listens, A_failure_leaves_it_to_the_others, All_attempts_begin_even_if_one_has_its_result_at_once
// says: "'1 begins' to happen 1 times: it happened 0 times"

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
        var failures = new List<Exception>();
        foreach (var attempt in attempts)
        {
            try
            {
                return await attempt(cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failures.Add(e);
            }
        }
        throw new AggregateException(failures);
    }
}
