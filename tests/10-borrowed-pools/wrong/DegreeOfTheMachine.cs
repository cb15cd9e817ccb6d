// wrong: never more workers than cores, whatever the caller has asked for
// fails: As_many_as_allowed_run_at_once_and_never_more
// may fail: As_many_as_allowed_run_at_once_however_few_items_there_are
// says: "calls at once, but only"
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
        Parallel.For(
            0,
            items.Count,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = Math.Min(degree, Environment.ProcessorCount),
            },
            i => results[i] = function(items[i])
        );
        return results;
    }
}
