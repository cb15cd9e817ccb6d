// wrong: each item begins the next one when it has ended, from inside: many that end at once are as many calls deep
// fails: However_many_items_end_at_once_the_calls_do_not_pile_up
// says: "calls itself"

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
        var next = -1;
        Exception? failure = null;
        await Task.WhenAll(
            Enumerable.Range(0, Math.Min(limit, items.Count)).Select(_ => WaitAsync())
        );
        cancellationToken.ThrowIfCancellationRequested();
        if (failure is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        return results;

        async Task WaitAsync()
        {
            if (!stop.IsCancellationRequested)
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
                await WaitAsync();
            }
        }
    }
}
