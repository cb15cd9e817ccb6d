// wrong: a parallel query that nobody asked to keep the order
// fails: Results_come_in_the_order_of_the_items_whoever_is_done_first
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
        return items.AsParallel().WithDegreeOfParallelism(degree).Select(function).ToArray();
    }
}
