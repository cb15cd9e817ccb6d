// wrong: an order that fails does not give its place back
// fails: A_failure_ends_the_method_also_when_others_wait_for_their_turn
// says: "Waited 4 s for MapAsync to end"
using System.Runtime.ExceptionServices;

namespace Katas.WaitingWithoutAThread;

/// <summary>Many waits at a time, but not too many.</summary>
public static class Orders
{
    /// <summary>Kata 2. Handles all items, a limited number at a time, and gives back their results in the order of the items.</summary>
    /// <remarks>
    /// As long as there are items left, as many are under way as the limit allows: when one has ended, the next begins. When one fails,
    /// even one that throws before it gives back a task or is cancelled by somebody else, no further item begins, the tokens of those under
    /// way are cancelled, and once they have ended the method fails with the exception of the one that failed first, the first in time.
    /// No item is given a thread of its own.
    /// </remarks>
    /// <typeparam name="T">What is handled.</typeparam>
    /// <typeparam name="TResult">What comes of it.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="limit">How many may be under way at once; at least 1. More than there are items does no harm.</param>
    /// <param name="handle">Handles one item.</param>
    /// <param name="cancellationToken">
    /// Gives up: no further item begins, those under way are told through their token, and once they have ended, even if they end well, the
    /// task is cancelled. When the task has ended, nothing of it hears of this token any more.
    /// </param>
    /// <returns>The results, one for each item, in the items' order.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is less than 1.</exception>
    public static async Task<TResult[]> MapAsync<T, TResult>(
        IReadOnlyList<T> items,
        int limit,
        Func<T, CancellationToken, Task<TResult>> handle,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var burners = new SemaphoreSlim(limit);
        var results = new TResult[items.Count];
        var underWay = new List<Task>();
        ExceptionDispatchInfo? failure = null;
        for (var i = 0; i < items.Count; i++)
        {
            await burners.WaitAsync(CancellationToken.None);
            if (stop.IsCancellationRequested)
                break;
            underWay.Add(HandleAsync(i));
        }
        await Task.WhenAll(underWay);
        failure?.Throw();
        cancellationToken.ThrowIfCancellationRequested();
        return results;

        async Task HandleAsync(int i)
        {
            try
            {
                results[i] = await handle(items[i], stop.Token);
                burners.Release();
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(e), null);
                await stop.CancelAsync();
            }
        }
    }
}
