// right: the waiters take the orders from a channel

using System.Runtime.ExceptionServices;
using System.Threading.Channels;

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
        var orders = Channel.CreateUnbounded<int>();
        for (var i = 0; i < items.Count; i++)
            orders.Writer.TryWrite(i);
        orders.Writer.Complete();
        var results = new TResult[items.Count];
        ExceptionDispatchInfo? failure = null;
        var waiters = new List<Task>();
        while (waiters.Count < limit && waiters.Count < items.Count)
            waiters.Add(ServeAsync());
        await Task.WhenAll(waiters);
        failure?.Throw();
        cancellationToken.ThrowIfCancellationRequested();
        return results;

        async Task ServeAsync()
        {
            try
            {
                while (orders.Reader.TryRead(out var i))
                {
                    stop.Token.ThrowIfCancellationRequested();
                    results[i] = await handle(items[i], stop.Token);
                }
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(e), null);
                stop.Cancel();
            }
        }
    }
}
