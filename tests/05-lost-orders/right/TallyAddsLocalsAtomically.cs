// right: local totals, added up in one atomic step a worker
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
                Interlocked.Add(ref total, count);
            });
            thread.Start();
            threads.Add(thread);
        }
        foreach (var thread in threads)
            thread.Join();
        return total;
    }
}
