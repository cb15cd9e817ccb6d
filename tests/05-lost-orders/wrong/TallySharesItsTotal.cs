// wrong: all workers add to one total without a lock
// fails: Every_order_is_looked_at_once, Workers_lose_no_count, Workers_do_not_meet_for_each_order, Two_counts_at_the_same_time_do_not_disturb_each_other
// says: "reads total -> 0"
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
                for (var i = first; i < orders.Count; i += workers)
                {
                    if (isWanted(orders[i]))
                        total++;
                }
            });
            thread.Start();
            threads.Add(thread);
        }
        foreach (var thread in threads)
            thread.Join();
        return total;
    }
}
