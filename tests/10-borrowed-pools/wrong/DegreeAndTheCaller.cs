// wrong: the pool works at the full degree, and the caller beside it: one more than allowed
// fails: As_many_as_allowed_run_at_once_and_never_more, All_that_was_thrown_reaches_the_caller, Nobody_is_at_work_any_more_when_a_failure_is_told, A_degree_of_one_is_one_at_a_time
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
        var next = -1;
        void Work()
        {
            for (int i; (i = Interlocked.Increment(ref next)) < items.Count; )
                results[i] = function(items[i]);
        }
        var helpers = Enumerable.Range(0, degree).Select(_ => Task.Run(Work)).ToArray();
        try
        {
            Work();
        }
        catch (Exception e)
        {
            throw new AggregateException(e);
        }
        Task.WaitAll(helpers);
        return results;
    }
}
