// wrong: nothing is lost, but the workers wait for each other at each order
// fails: Workers_do_not_meet_for_each_order
// says: "they meet for each order"
namespace Katas.LostOrders;

public static class Tally
{
    public static int Count(IReadOnlyList<string> orders, Func<string, bool> isWanted, int workers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        var total = 0;
        var gate = new Lock();
        var threads = new List<Thread>();
        for (var w = 0; w < workers; w++)
        {
            var first = w;
            var thread = new Thread(() =>
            {
                for (var i = first; i < orders.Count; i += workers)
                {
                    if (isWanted(orders[i]))
                        lock (gate)
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
