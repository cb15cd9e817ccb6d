// wrong: the link to the caller's token is undone only when all went well
// fails: When_it_has_failed_nothing_listens_to_the_caller_any_more
// says: "only when all goes well"

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
        var next = -1;
        Exception? failure = null;
        await Task.WhenAll(
            Enumerable.Range(0, Math.Min(limit, items.Count)).Select(_ => WaitAsync())
        );
        cancellationToken.ThrowIfCancellationRequested();
        if (failure is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        stop.Dispose();
        return results;

        async Task WaitAsync()
        {
            while (!stop.IsCancellationRequested)
            {
                var mine = Interlocked.Increment(ref next);
                if (mine >= items.Count)
                    return;
                try
                {
                    results[mine] = await handle(items[mine], stop.Token);
                }
                catch (Exception e)
                {
                    Interlocked.CompareExchange(ref failure, e, null);
                    await stop.CancelAsync();
                }
            }
        }
    }
}
