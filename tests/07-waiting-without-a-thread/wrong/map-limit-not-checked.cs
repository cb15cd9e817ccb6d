// wrong: with nobody to serve, no order is handled, and nobody is told
// fails: Of_several_failures_the_first_in_time_reaches_the_caller, A_limit_of_nobody_is_refused, A_cancellation_counts_even_if_those_under_way_end_well
// says: "ArgumentOutOfRangeException"

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
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var results = new TResult[items.Count];
        var last = -1;
        await Task.WhenAll(
            Enumerable.Range(0, Math.Clamp(limit, 0, items.Count)).Select(_ => ServeTableAsync())
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
