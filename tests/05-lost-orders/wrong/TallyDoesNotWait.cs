// wrong: the sum is made while the workers still count
// fails: Every_order_is_looked_at_once, Workers_lose_no_count, Two_counts_at_the_same_time_do_not_disturb_each_other
// may fail: Workers_do_not_meet_for_each_order
// says: "There are 3 bowls of miso"
namespace Katas.LostOrders;

public static class Tally
{
    public static int Count(IReadOnlyList<string> orders, Func<string, bool> isWanted, int workers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        var totals = new int[workers];
        var threads = new List<Thread>();
        for (var w = 0; w < workers; w++)
        {
            var worker = w;
            var thread = new Thread(() =>
            {
                for (var i = worker; i < orders.Count; i += workers)
                {
                    if (isWanted(orders[i]))
                        totals[worker]++;
                }
            });
            thread.Start();
            threads.Add(thread);
        }
        return totals.Sum();
    }
}
