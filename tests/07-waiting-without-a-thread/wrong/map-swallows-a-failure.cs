// wrong: a failed order has no result, and nobody learns why
// fails: A_failure_reaches_the_caller, After_a_failure_no_further_item_begins_and_those_under_way_are_told, After_a_failure_those_under_way_are_waited_for, An_item_that_throws_before_it_gives_a_task_fails_like_any_other, Of_several_failures_the_first_in_time_reaches_the_caller, A_cancellation_counts_even_if_those_under_way_end_well, MapAsync_goes_on_where_there_is_one_thread_only, A_failure_ends_the_method_also_when_others_wait_for_their_turn
// says: "same as"

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
            Enumerable.Range(0, Math.Min(limit, items.Count)).Select(_ => ServeTableAsync())
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
            catch (InvalidOperationException) { }
        }
    }
}
