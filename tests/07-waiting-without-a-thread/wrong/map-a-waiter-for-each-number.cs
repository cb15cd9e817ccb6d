// wrong: as many waiters as the limit says, although there are fewer orders
// fails: A_limit_beyond_the_number_of_items_costs_nothing
// says: "there may be more waiters than orders"

using System.Runtime.ExceptionServices;

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
        ExceptionDispatchInfo? failure = null;
        // Waits for all and throws nothing: what failed first is kept in failure, and what fails later must not take its place.
        await Task.WhenAll(Enumerable.Range(0, limit).Select(_ => ServeTableAsync()))
            .ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing
                    | ConfigureAwaitOptions.ContinueOnCapturedContext
            );
        failure?.Throw();
        // All may have ended well although they were told to stop.
        cancellationToken.ThrowIfCancellationRequested();
        return results;

        // So many of these are under way at once; each takes the next item when it has done with one. No thread waits in between.
        async Task ServeTableAsync()
        {
            try
            {
                // The next item's number is taken in one step, since two of these may go on at the same moment (chapter 5).
                for (int i; (i = Interlocked.Increment(ref last)) < items.Count; )
                {
                    stop.Token.ThrowIfCancellationRequested();
                    // Each result goes into its own slot, so the order of the ends does not matter.
                    results[i] = await handle(items[i], stop.Token);
                }
            }
            catch (Exception e)
            {
                // Kept before the others are told: one that is told may fail, too, and may even end before this one.
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(e), null);
                await stop.CancelAsync();
            }
        }
    }
}
