// wrong: one is under way where there could be several
// fails: Results_come_in_the_order_of_the_items, As_many_are_under_way_as_the_limit_allows_and_no_more, When_one_has_ended_the_next_begins, A_failure_reaches_the_caller, After_a_failure_no_further_item_begins_and_those_under_way_are_told, After_a_failure_those_under_way_are_waited_for, A_cancellation_reaches_those_under_way_and_no_further_item_begins, An_item_that_throws_before_it_gives_a_task_fails_like_any_other, Of_several_failures_the_first_in_time_reaches_the_caller, When_it_has_ended_nothing_listens_to_the_caller_any_more, A_cancellation_counts_even_if_those_under_way_end_well, MapAsync_goes_on_where_there_is_one_thread_only
// fails: When_it_has_failed_nothing_listens_to_the_caller_any_more
// says: "at most 1 were"

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
        var results = new TResult[items.Count];
        for (var i = 0; i < items.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results[i] = await handle(items[i], cancellationToken);
        }
        return results;
    }
}
