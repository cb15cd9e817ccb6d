// wrong: the link to the caller stays
// fails: When_it_has_ended_nothing_listens_to_the_caller_any_more, When_it_has_failed_nothing_listens_to_the_caller_any_more
// says: "MapAsync has ended, and the caller's token was cancelled long after"

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
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var results = new TResult[items.Count];
        var last = -1;
        ExceptionDispatchInfo? failure = null;
        await Task.WhenAll(
            Enumerable.Range(0, Math.Min(limit, items.Count)).Select(_ => ServeAsync())
        );
        failure?.Throw();
        cancellationToken.ThrowIfCancellationRequested();
        return results;

        async Task ServeAsync()
        {
            try
            {
                for (int i; (i = Interlocked.Increment(ref last)) < items.Count; )
                {
                    stop.Token.ThrowIfCancellationRequested();
                    results[i] = await handle(items[i], stop.Token);
                }
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(e), null);
                await stop.CancelAsync();
            }
        }
    }
}
