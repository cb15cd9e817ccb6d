// wrong: all workers look at one loop variable, which goes on
// fails: Every_order_is_looked_at_once, All_workers_count_at_the_same_time, Workers_lose_no_count
// says: "workers"
namespace Katas.LostOrders;

public static class Tally
{
    public static int Count(IReadOnlyList<string> orders, Func<string, bool> isWanted, int workers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        var totals = new int[workers + 1];
        var threads = new List<Thread>();
        for (var w = 0; w < workers; w++)
        {
            var thread = new Thread(() =>
            {
                for (var i = w; i < orders.Count; i += workers)
                {
                    if (isWanted(orders[i]))
                        totals[w]++;
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
