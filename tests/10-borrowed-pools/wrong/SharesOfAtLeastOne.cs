// wrong: the items are cut into equal shares, and what is left over is nobody's
// fails: The_function_is_called_once_for_each_item_whatever_the_degree, A_call_may_map_in_its_turn, A_result_may_be_null
// may fail: Results_come_in_the_order_of_the_items_whoever_is_done_first
// says: "the last items of each share"
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
        var length = Math.Max(1, items.Count / degree);
        var shares = Enumerable
            .Range(0, Math.Min(degree, items.Count))
            .Select(share =>
                Task.Run(() =>
                {
                    for (var i = share * length; i < (share + 1) * length; i++)
                        results[i] = function(items[i]);
                })
            )
            .ToArray();
        Task.WaitAll(shares);
        return results;
    }
}
