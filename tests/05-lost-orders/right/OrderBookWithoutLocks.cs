// right: both numbers in one object, exchanged in one atomic step
namespace Katas.LostOrders;

public sealed class OrderBook
{
    private OrderTotal _total = new(0, 0);

    public void Add(int bowls)
    {
        while (true)
        {
            var seen = Volatile.Read(ref _total);
            var next = new OrderTotal(seen.Orders + 1, seen.Bowls + bowls);
            if (Interlocked.CompareExchange(ref _total, next, seen) == seen)
                return;
        }
    }

    public OrderTotal Total()
    {
        return Volatile.Read(ref _total);
    }
}
