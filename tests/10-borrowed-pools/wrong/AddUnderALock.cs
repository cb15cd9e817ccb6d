// wrong: nothing is lost, but results stand in the order in which they were done
// fails: Results_come_in_the_order_of_the_items_whoever_is_done_first, A_call_may_map_in_its_turn, Two_workers_never_take_the_same_item
// says: "The first item was held until others were done"
namespace Katas.BorrowedPools;

public static class Mapping
{
    public static TResult[] PMap<TItem, TResult>(
        IReadOnlyList<TItem> items,
        int degree,
        Func<TItem, TResult> function
    )
    {
        var results = new List<TResult>();
        Parallel.ForEach(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = degree },
            item =>
            {
                var result = function(item);
                lock (results)
                    results.Add(result);
            }
        );
        return results.ToArray();
    }
}
