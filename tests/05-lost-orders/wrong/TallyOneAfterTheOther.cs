// wrong: each worker is joined before the next one starts
// fails: All_workers_count_at_the_same_time
// says: "waits for all three workers to look at an order"
namespace Katas.LostOrders;

public static class Tally
{
    public static int Count(IReadOnlyList<string> orders, Func<string, bool> isWanted, int workers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        var total = 0;
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
            thread.Join();
        }
        return total;
    }
}
