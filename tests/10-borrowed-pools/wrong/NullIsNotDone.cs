// wrong: a result that is null counts as none, and is made again
// fails: A_result_may_be_null
// says: "Look for null that stands for"

namespace Katas.BorrowedPools;

/// <summary>A function applied to many items, by threads of the runtime's pool.</summary>
public static class Mapping
{
    /// <summary>
    /// Kata 1. Applies a function to every item, several at a time, and returns all results in the order of the items.
    /// </summary>
    /// <remarks>
    /// The work is done by threads of the runtime's pool; the caller, who has to wait anyway, may do a share of it. Not allowed: threads of your own.
    /// The function is called once for each item. When the call returns or throws, nobody is at work on it any more.
    /// </remarks>
    /// <typeparam name="TItem">What the function is given.</typeparam>
    /// <typeparam name="TResult">What it makes.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="degree">How many calls run at once: never more, and that many to begin with, if there are as many items and the pool has the threads; towards the end there may be fewer, since a worker may have taken several items. At least 1.</param>
    /// <param name="function">The function; it may be called from several threads at once.</param>
    /// <returns>One result for each item.</returns>
    /// <exception cref="AggregateException">The function threw; all that it threw is inside.</exception>
    public static TResult[] PMap<TItem, TResult>(
        IReadOnlyList<TItem> items,
        int degree,
        Func<TItem, TResult> function
    )
    {
        var results = new TResult[items.Count];
        Parallel.For(
            0,
            items.Count,
            new ParallelOptions { MaxDegreeOfParallelism = degree },
            i => results[i] = function(items[i]) // each result has a place of its own, so nobody waits and nothing is out of order
        );
        for (var i = 0; i < results.Length; i++)
        {
            if (results[i] is null) // nobody has done this one
                results[i] = function(items[i]);
        }
        return results;
    }
}
