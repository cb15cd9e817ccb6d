// wrong: does all the work itself
// fails: All_workers_count_at_the_same_time, Workers_lose_no_count, Workers_do_not_meet_for_each_order
// says: "three workers"
namespace Katas.LostOrders;

public static class Tally
{
    public static int Count(IReadOnlyList<string> orders, Func<string, bool> isWanted, int workers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        return orders.Count(isWanted);
    }
}
