// right: one loop starts and gathers, WhenAny tells which has ended

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
        var underWay = new Dictionary<Task<TResult>, int>();
        var next = 0;
        ExceptionDispatchInfo? failure = null;
        while (true)
        {
            while (!stop.IsCancellationRequested && underWay.Count < limit && next < items.Count)
            {
                underWay.Add(StartAsync(items[next]), next);
                next++;
            }
            if (underWay.Count == 0)
                break;
            var ended = await Task.WhenAny(underWay.Keys).ConfigureAwait(false);
            underWay.Remove(ended, out var i);
            try
            {
                results[i] = await ended.ConfigureAwait(false);
            }
            catch (Exception e)
            {
                failure ??= ExceptionDispatchInfo.Capture(e);
                await stop.CancelAsync().ConfigureAwait(false);
            }
        }
        failure?.Throw();
        cancellationToken.ThrowIfCancellationRequested();
        return results;

        async Task<TResult> StartAsync(T item) =>
            await handle(item, stop.Token).ConfigureAwait(false);
    }
}
