// wrong: the degree is not passed on, so the pool gives whatever it has
// fails: As_many_as_allowed_run_at_once_and_never_more, A_degree_of_one_is_one_at_a_time
// says: "may run at once, but"
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
        Parallel.For(0, items.Count, i => results[i] = function(items[i]));
        return results;
    }
}
