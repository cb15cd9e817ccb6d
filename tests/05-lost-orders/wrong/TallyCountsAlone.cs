// wrong: does all the work itself
// fails: Every_order_is_looked_at_once, All_workers_count_at_the_same_time, Workers_lose_no_count, Workers_do_not_meet_for_each_order
// says: "waits for all three workers to look at an order"
namespace Katas.LostOrders;

public static class Tally
{
    public static int Count(IReadOnlyList<string> orders, Func<string, bool> isWanted, int workers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        return orders.Count(isWanted);
    }
}
