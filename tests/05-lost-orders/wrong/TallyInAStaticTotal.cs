// wrong: two counts at the same time share a static total
// fails: Two_counts_at_the_same_time_do_not_disturb_each_other
// says: "There are 3 miso and 1 shio, counted by two calls at the same time"

namespace Katas.LostOrders;

public static class Tally
{
    private static readonly Lock Gate = new();
    private static int s_total;

    public static int Count(IReadOnlyList<string> orders, Func<string, bool> isWanted, int workers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        s_total = 0;
        var threads = new List<Thread>();
        for (var i = 0; i < workers; i++)
        {
            var worker = i;
            threads.Add(
                new Thread(() =>
                {
                    var mine = orders.Where((_, i) => i % workers == worker).Count(isWanted);
                    lock (Gate)
                        s_total += mine;
                })
            );
        }
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return s_total;
    }
}
