// wrong: a total is kept until the next order, and who looks while it is written down keeps the old one
// fails: Who_looks_meanwhile_hides_no_order
// says: "afterwards the order is not to be seen"

namespace Katas.LostOrders;

/// <summary>The shop's order book: every waiter writes in it, and the cook reads the total, all at the same time.</summary>
public sealed class OrderBook
{
    private readonly Lock _gate = new();
    private int _orders;
    private int _bowls;
    private OrderTotal? _kept;

    /// <summary>
    /// Kata 1. Writes one order down: counts one more order, and its bowls. Any number of threads may call this at the same time, and none of
    /// their orders may be lost.
    /// </summary>
    /// <param name="bowls">How many bowls the order asks for.</param>
    public void Add(int bowls)
    {
        // Read, add, write back: three steps for each number, and nobody may come in between. Nor between the two numbers.
        Volatile.Write(ref _kept, null);
        lock (_gate)
        {
            _orders++;
            _bowls += bowls;
        }
    }

    /// <summary>
    /// Kata 1, too. The total as it was at one moment: never the orders of one moment with the bowls of another, nor an order without one that
    /// was written down before it. Any thread may ask at any time.
    /// </summary>
    /// <returns>The orders and their bowls.</returns>
    public OrderTotal Total()
    {
        lock (_gate)
        {
            var total = Volatile.Read(ref _kept) ?? new OrderTotal(_orders, _bowls);
            Volatile.Write(ref _kept, total);
            return total;
        }
    }
}
