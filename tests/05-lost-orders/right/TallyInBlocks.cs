// right: a block of neighbouring orders for each worker
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
            var (from, to) = (orders.Count * w / workers, orders.Count * (w + 1) / workers);
            var thread = new Thread(() =>
            {
                var count = 0;
                for (var i = from; i < to; i++)
                {
                    if (isWanted(orders[i]))
                        count++;
                }
                totals[worker] = count;
            });
            thread.Start();
            threads.Add(thread);
        }
        foreach (var thread in threads)
            thread.Join();
        return totals.Sum();
    }
}
