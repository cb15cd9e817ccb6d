// wrong: all calls of PMap share the index of the next item
// fails: A_call_may_map_in_its_turn
// says: "Look for what they share"
namespace Katas.BorrowedPools;

public static class Mapping
{
    private static int s_next;

    public static TResult[] PMap<TItem, TResult>(
        IReadOnlyList<TItem> items,
        int degree,
        Func<TItem, TResult> function
    )
    {
        var results = new TResult[items.Count];
        s_next = -1;
        void Work()
        {
            for (int i; (i = Interlocked.Increment(ref s_next)) < items.Count; )
                results[i] = function(items[i]);
        }
        Task.WaitAll([.. Enumerable.Range(0, degree).Select(_ => Task.Run(Work))]);
        return results;
    }
}
