// right: a countdown tells that all are done, and a lock adds up

namespace Katas.LostOrders;

public static class Tally
{
    public static int Count(IReadOnlyList<string> orders, Func<string, bool> isWanted, int workers)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(workers);
        using var done = new CountdownEvent(workers);
        var gate = new Lock();
        var total = 0;
        for (var worker = 0; worker < workers; worker++)
            new Thread(Work).Start(worker);
        done.Wait();
        lock (gate)
            return total;

        void Work(object? state)
        {
            var mine = orders.Where((_, i) => i % workers == (int)state!).Count(isWanted);
            lock (gate)
                total += mine;
            done.Signal();
        }
    }
}
