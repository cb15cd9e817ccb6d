// wrong: the place of a result is looked up by its item, so that equal items share one
// fails: Equal_items_have_a_result_each
// says: "an order may come twice"
using System.Collections.Concurrent;
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
        var results = new TResult[items.Count];
        var places = items.ToList();
        var waiting = new ConcurrentQueue<T>(places);
        ExceptionDispatchInfo? failure = null;
        // Waits for all and throws nothing: what failed first is kept in failure, and what fails later must not take its place.
        await Task.WhenAll(items.Take(limit).Select(_ => ServeTableAsync()))
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
                // The next item is taken in one step, since two of these may go on at the same moment (chapter 5).
                while (waiting.TryDequeue(out var item))
                {
                    stop.Token.ThrowIfCancellationRequested();
                    // Each result goes into its own slot, so the order of the ends does not matter.
                    var result = await handle(item, stop.Token);
                    results[places.IndexOf(item)] = result;
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
