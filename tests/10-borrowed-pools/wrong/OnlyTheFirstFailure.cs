// wrong: of several failures only one is told, and while others are still at work
// fails: All_that_was_thrown_reaches_the_caller, Nobody_is_at_work_any_more_when_a_failure_is_told
// says: "nobody may be at work behind the caller's back"
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
        var workers = Enumerable.Range(0, degree).Select(_ => Task.Run(Work)).ToList();
        while (workers.Count > 0)
        {
            var done = Task.WhenAny(workers).Result;
            done.Wait();
            workers.Remove(done);
        }
        return results;
    }
}
