// wrong: the items are cut into shares of a size that is rounded up, so that nine items for four workers are three shares
// fails: As_many_as_allowed_run_at_once_however_few_items_there_are
// says: "shares that are rounded up may be fewer than the workers"
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
        var size = (items.Count + degree - 1) / degree;
        var workers = new List<Task>();
        for (var start = 0; start < items.Count; start += size)
        {
            var (from, to) = (start, Math.Min(start + size, items.Count));
            workers.Add(
                Task.Run(() =>
                {
                    for (var i = from; i < to; i++)
                        results[i] = function(items[i]);
                })
            );
        }
        Task.WaitAll(workers.ToArray());
        return results;
    }
}
