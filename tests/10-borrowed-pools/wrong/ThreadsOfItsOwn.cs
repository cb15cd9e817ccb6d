// wrong: threads are started beside the pool instead of borrowed from it
// fails: As_many_as_allowed_run_at_once_and_never_more, The_function_is_called_once_for_each_item_whatever_the_degree, A_degree_of_one_is_one_at_a_time
// says: "costs a stack and a start"
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
        var failures = new List<Exception>();
        var next = -1;
        var threads = Enumerable
            .Range(0, degree)
            .Select(_ => new Thread(() =>
            {
                for (int i; (i = Interlocked.Increment(ref next)) < items.Count; )
                {
                    try
                    {
                        results[i] = function(items[i]);
                    }
                    catch (Exception e)
                    {
                        lock (failures)
                            failures.Add(e);
                    }
                }
            }))
            .ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return failures.Count > 0 ? throw new AggregateException(failures) : results;
    }
}
