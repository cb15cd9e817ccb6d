// wrong: local totals, but the sum at the end is a shared total again
// fails: Every_order_is_looked_at_once, Workers_lose_no_count, Two_counts_at_the_same_time_do_not_disturb_each_other
// says: "writes total = "
namespace Katas.LostOrders;

public static class Tally
{
    public static int Count(IReadOnlyList<string> orders, Func<string, bool> isWanted, int workers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        var total = 0;
        var threads = new List<Thread>();
        for (var w = 0; w < workers; w++)
        {
            var first = w;
            var thread = new Thread(() =>
            {
                var count = 0;
                for (var i = first; i < orders.Count; i += workers)
                {
                    if (isWanted(orders[i]))
                        count++;
                }
                total += count;
            });
            thread.Start();
            threads.Add(thread);
        }
        foreach (var thread in threads)
            thread.Join();
        return total;
    }
}
