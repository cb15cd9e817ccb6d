// wrong: each order is handled on a new thread
// fails: No_item_is_given_a_thread_of_its_own
// may fail: However_many_items_end_at_once_the_calls_do_not_pile_up
// says: "Look for what starts one"

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
        await Task.WhenAll(items.Take(limit).Select(_ => ServeTableAsync()))
            .ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing
                    | ConfigureAwaitOptions.ContinueOnCapturedContext
            );
        failure?.Throw();
        cancellationToken.ThrowIfCancellationRequested();
        return results;
        async Task ServeTableAsync()
        {
            try
            {
                for (int i; (i = Interlocked.Increment(ref last)) < items.Count; )
                {
                    stop.Token.ThrowIfCancellationRequested();
                    results[i] = await Task
                        .Factory.StartNew(
                            () => handle(items[i], stop.Token),
                            CancellationToken.None,
                            TaskCreationOptions.LongRunning,
                            TaskScheduler.Default
                        )
                        .Unwrap();
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
