// wrong: the caller is held until all are done
// fails: Two_calls_do_not_disturb_each_other, Results_come_in_the_order_of_the_items, As_many_are_under_way_as_the_limit_allows_and_no_more, When_one_has_ended_the_next_begins, A_limit_of_one_is_one_after_the_other, A_limit_beyond_the_number_of_items_does_no_harm, A_failure_reaches_the_caller, After_a_failure_no_further_item_begins_and_those_under_way_are_told, After_a_failure_those_under_way_are_waited_for, A_cancellation_reaches_those_under_way_and_no_further_item_begins, An_item_that_throws_before_it_gives_a_task_fails_like_any_other, Of_several_failures_the_first_in_time_reaches_the_caller, Two_that_go_on_at_the_same_moment_take_different_items, What_is_cancelled_before_it_begins_begins_nothing, When_it_has_ended_nothing_listens_to_the_caller_any_more, A_cancellation_counts_even_if_those_under_way_end_well, MapAsync_goes_on_where_there_is_one_thread_only, A_failure_ends_the_method_also_when_others_wait_for_their_turn
// fails: When_it_has_failed_nothing_listens_to_the_caller_any_more, A_failure_ends_the_method_also_when_others_wait_for_their_turn
// says: "MapAsync to come back to its caller while it waits"

namespace Katas.WaitingWithoutAThread;

public static class Orders
{
    public static Task<TResult[]> MapAsync<T, TResult>(
        IReadOnlyList<T> items,
        int limit,
        Func<T, CancellationToken, Task<TResult>> handle,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var results = new TResult[items.Count];
        var last = -1;
        Task.WhenAll(
                Enumerable.Range(0, Math.Min(limit, items.Count)).Select(_ => ServeTableAsync())
            )
            .Wait(cancellationToken);
        return Task.FromResult(results);

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
