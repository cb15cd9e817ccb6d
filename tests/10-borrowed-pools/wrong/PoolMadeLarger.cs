// wrong: the degree is enforced by making everybody's pool larger
// fails: As_many_as_allowed_run_at_once_and_never_more, A_degree_of_one_is_one_at_a_time
// says: "The pool belongs to the whole process"
namespace Katas.BorrowedPools;

public static class Mapping
{
    public static TResult[] PMap<TItem, TResult>(
        IReadOnlyList<TItem> items,
        int degree,
        Func<TItem, TResult> function
    )
    {
        ThreadPool.GetMinThreads(out _, out var completions);
        ThreadPool.SetMinThreads(degree, completions);
        var results = new TResult[items.Count];
        Parallel.For(
            0,
            items.Count,
            new ParallelOptions { MaxDegreeOfParallelism = degree },
            i => results[i] = function(items[i])
        );
        return results;
    }
}
