// wrong: what is left over when the orders do not divide evenly is nobody's share
// fails: Every_order_is_looked_at_once, Workers_lose_no_count, Two_counts_at_the_same_time_do_not_disturb_each_other
// says: "where one share ends"
namespace Katas.LostOrders;

public static class Tally
{
    public static int Count(IReadOnlyList<string> orders, Func<string, bool> isWanted, int workers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        var totals = new int[workers];
        var size = orders.Count / workers;
        var threads = new List<Thread>();
        for (var w = 0; w < workers; w++)
        {
            var worker = w;
            var thread = new Thread(() =>
            {
                for (var i = worker * size; i < (worker + 1) * size; i++)
                {
                    if (isWanted(orders[i]))
                        totals[worker]++;
                }
            });
            thread.Start();
            threads.Add(thread);
        }
        foreach (var thread in threads)
            thread.Join();
        return totals.Sum();
    }
}
