// wrong: one too many is under way
// fails: Of_several_failures_the_first_in_time_reaches_the_caller, As_many_are_under_way_as_the_limit_allows_and_no_more, A_limit_of_one_is_one_after_the_other, After_a_failure_no_further_item_begins_and_those_under_way_are_told, A_cancellation_reaches_those_under_way_and_no_further_item_begins, When_one_has_ended_the_next_begins, A_cancellation_counts_even_if_those_under_way_end_well, A_failure_ends_the_method_also_when_others_wait_for_their_turn
// says: "The kitchen has two burners"

namespace Katas.WaitingWithoutAThread;

public static class Orders
{
    public static async Task<TResult[]> MapAsync<T, TResult>(
        IReadOnlyList<T> items,
        int limit,
        Func<T, CancellationToken, Task<TResult>> handle,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var results = new TResult[items.Count];
        var last = -1;
        await Task.WhenAll(
            Enumerable.Range(0, Math.Min(limit + 1, items.Count)).Select(_ => ServeTableAsync())
        );
        return results;

        async Task ServeTableAsync()
        {
            try
            {
                for (int i; (i = Interlocked.Increment(ref last)) < items.Count; )
                {
                    stop.Token.ThrowIfCancellationRequested();
                    results[i] = await handle(items[i], stop.Token);
                }
            }
            catch
            {
                await stop.CancelAsync();
                throw;
            }
        }
    }
}
