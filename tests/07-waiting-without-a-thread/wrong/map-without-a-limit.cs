// wrong: all items are begun at once, however many burners there are
// fails: As_many_are_under_way_as_the_limit_allows_and_no_more, When_one_has_ended_the_next_begins, A_limit_of_one_is_one_after_the_other, After_a_failure_no_further_item_begins_and_those_under_way_are_told, A_cancellation_reaches_those_under_way_and_no_further_item_begins, An_item_that_throws_before_it_gives_a_task_fails_like_any_other, Of_several_failures_the_first_in_time_reaches_the_caller, What_is_cancelled_before_it_begins_begins_nothing, A_cancellation_counts_even_if_those_under_way_end_well, A_failure_ends_the_method_also_when_others_wait_for_their_turn
// says: "Look at what keeps the third order waiting"

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
        return await Task.WhenAll(items.Select(HandleAsync).ToList());

        async Task<TResult> HandleAsync(T item)
        {
            try
            {
                return await handle(item, stop.Token);
            }
            catch
            {
                await stop.CancelAsync();
                throw;
            }
        }
    }
}
