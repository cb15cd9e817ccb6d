// wrong: an item whose call threw is tried once more
// fails: A_call_that_throws_is_not_made_again
// says: "no second call"
using System.Collections.Concurrent;

namespace Katas.BorrowedPools;

public static class Mapping
{
    public static TResult[] PMap<TItem, TResult>(
        IReadOnlyList<TItem> items,
        int degree,
        Func<TItem, TResult> function
    )
    {
        var results = new TResult[items.Count];
        Parallel.ForEach(
            Partitioner.Create(
                Enumerable.Range(0, items.Count),
                EnumerablePartitionerOptions.NoBuffering
            ),
            new ParallelOptions { MaxDegreeOfParallelism = degree },
            i =>
            {
                try
                {
                    results[i] = function(items[i]);
                }
                catch (InvalidOperationException)
                {
                    results[i] = function(items[i]);
                }
            }
        );
        return results;
    }
}
