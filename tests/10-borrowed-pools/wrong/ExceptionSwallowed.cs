// wrong: a failed call leaves a hole in the results, and nobody learns of it
// fails: All_that_was_thrown_reaches_the_caller, Nobody_is_at_work_any_more_when_a_failure_is_told
// says: "an AggregateException with everything that was thrown"
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
            new ParallelOptions { MaxDegreeOfParallelism = degree },
            i =>
            {
                try
                {
                    results[i] = function(items[i]);
                }
                catch (InvalidOperationException)
                {
                    results[i] = default!;
                }
            }
        );
        return results;
    }
}
