// right: the caller and degree - 1 tasks take the next item until none is left
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
        var helpers = Enumerable.Range(1, degree - 1).Select(_ => Task.Run(Work)).ToList();
        var mine = new Task(Work);
        mine.RunSynchronously();
        Task.WaitAll([.. helpers, mine]);
        return results;
    }
}
