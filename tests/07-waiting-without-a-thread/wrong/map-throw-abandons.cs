// wrong: an order that throws before it gives back a task abandons those under way
// fails: An_item_that_throws_before_it_gives_a_task_fails_like_any_other
// says: "'0 is told' to happen 1 times"

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
        Exception? failure = null;
        while (true)
        {
            while (!stop.IsCancellationRequested && underWay.Count < limit && next < items.Count)
            {
                underWay.Add(handle(items[next], stop.Token), next);
                next++;
            }
            if (underWay.Count == 0)
                break;
            var ended = await Task.WhenAny(underWay.Keys);
            underWay.Remove(ended, out var i);
            try
            {
                results[i] = await ended;
            }
            catch (Exception e)
            {
                failure ??= e;
                await stop.CancelAsync();
            }
        }
        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
        cancellationToken.ThrowIfCancellationRequested();
        return results;
    }
}
