// wrong: the first failure ends the waiting, and those under way are left running
// fails: After_a_failure_those_under_way_are_waited_for, After_a_failure_no_further_item_begins_and_those_under_way_are_told, An_item_that_throws_before_it_gives_a_task_fails_like_any_other, When_it_has_ended_nothing_listens_to_the_caller_any_more, A_cancellation_counts_even_if_those_under_way_end_well
// fails: When_it_has_failed_nothing_listens_to_the_caller_any_more
// says: "somebody cooks on in a kitchen that the caller believes empty"

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
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var results = new TResult[items.Count];
        var last = -1;
        var failed = new TaskCompletionSource();
        var all = Task.WhenAll(
            Enumerable.Range(0, Math.Min(limit, items.Count)).Select(_ => ServeTableAsync())
        );
        await await Task.WhenAny(all, failed.Task);
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
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failed.SetException(e);
                await stop.CancelAsync();
                throw;
            }
        }
    }
}
