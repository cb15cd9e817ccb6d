// wrong: a list is added to from many threads, so results stand in the order in which they were done, and some are lost
// fails: Results_come_in_the_order_of_the_items_whoever_is_done_first, Two_workers_never_take_the_same_item
// may fail: A_call_may_map_in_its_turn, The_function_is_called_once_for_each_item_whatever_the_degree
// says: "Each result must still stand where its item stands"
namespace Katas.BorrowedPools;

public static class Mapping
{
    public static TResult[] PMap<TItem, TResult>(
        IReadOnlyList<TItem> items,
        int degree,
        Func<TItem, TResult> function
    )
    {
        var results = new List<TResult>(items.Count);
        Parallel.ForEach(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = degree },
            item => results.Add(function(item))
        );
        return results.ToArray();
    }
}
