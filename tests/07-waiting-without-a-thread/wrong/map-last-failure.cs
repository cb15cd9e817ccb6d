// wrong: the last failure takes the place of the first
// fails: An_item_that_throws_before_it_gives_a_task_fails_like_any_other, Of_several_failures_the_first_in_time_reaches_the_caller
// says: "(whether the caller got its exception, whether MapAsync had ended"

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
                failure = ExceptionDispatchInfo.Capture(e);
                await stop.CancelAsync();
            }
        }
    }
}
