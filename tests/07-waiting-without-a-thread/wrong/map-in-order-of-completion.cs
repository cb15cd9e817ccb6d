// wrong: results come as they are ready
// fails: Of_several_failures_the_first_in_time_reaches_the_caller, Results_come_in_the_order_of_the_items, A_cancellation_counts_even_if_those_under_way_end_well
// says: "Give each a place of its own"

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
        var results = new System.Collections.Concurrent.ConcurrentQueue<TResult>();
        var last = -1;
        await Task.WhenAll(
            Enumerable.Range(0, Math.Min(limit, items.Count)).Select(_ => ServeTableAsync())
        );
        return [.. results];

        async Task ServeTableAsync()
        {
            try
            {
                for (int i; (i = Interlocked.Increment(ref last)) < items.Count; )
                {
                    stop.Token.ThrowIfCancellationRequested();
                    results.Enqueue(await handle(items[i], stop.Token));
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
