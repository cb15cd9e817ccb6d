// wrong: the workers take the next index in three steps, so two may take the same item
// fails: Two_workers_never_take_the_same_item
// says: "Interlocked does it in one step"
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
        var next = 0;
        void Work()
        {
            for (int i; (i = next++) < items.Count; )
                results[i] = function(items[i]);
        }
        Task.WaitAll([.. Enumerable.Range(0, degree).Select(_ => Task.Run(Work))]);
        return results;
    }
}
