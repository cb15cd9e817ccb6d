// wrong: the orders are counted on borrowed threads
// fails: Workers_have_threads_of_their_own
// says: "(for each order, whether it was looked at on a thread of the pool)"

namespace Katas.LostOrders;

public static class Tally
{
    public static int Count(IReadOnlyList<string> orders, Func<string, bool> isWanted, int workers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        var totals = Enumerable
            .Range(0, workers)
            .Select(worker =>
                Task.Run(() => orders.Where((_, i) => i % workers == worker).Count(isWanted))
            )
            .ToArray();
        return Task.WhenAll(totals).GetAwaiter().GetResult().Sum();
    }
}
