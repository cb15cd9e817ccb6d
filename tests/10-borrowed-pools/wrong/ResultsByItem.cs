// wrong: the results are kept by item, so of the calls for two equal items one has been made for nothing
// fails: The_function_is_called_once_for_each_item_whatever_the_degree
// says: "how an item finds its result"
namespace Katas.BorrowedPools;

public static class Mapping
{
    public static TResult[] PMap<TItem, TResult>(
        IReadOnlyList<TItem> items,
        int degree,
        Func<TItem, TResult> function
    )
    {
        var results = new System.Collections.Concurrent.ConcurrentDictionary<
            (TItem, bool),
            TResult
        >();
        Parallel.ForEach(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = degree },
            item => results[(item, true)] = function(item)
        );
        return [.. items.Select(item => results[(item, true)])];
    }
}
