namespace Katas.LostOrders;

/// <summary>The shop's order book: every waiter writes in it, and the cook reads the total, all at the same time.</summary>
public sealed class OrderBook
{
    /// <summary>
    /// Kata 1. Writes one order down: counts one more order, and its bowls. Any number of threads may call this at the same time, and none of
    /// their orders may be lost.
    /// </summary>
    /// <param name="bowls">How many bowls the order asks for.</param>
    public void Add(int bowls)
    {
        // TODO: count the order and its bowls.
        throw new NotImplementedException();
    }

    /// <summary>
    /// Kata 1, too. The total as it was at one moment: never the orders of one moment with the bowls of another, nor an order without one that
    /// was written down before it. Any thread may ask at any time.
    /// </summary>
    /// <returns>The orders and their bowls.</returns>
    public OrderTotal Total()
    {
        // TODO: return what Add has counted so far.
        throw new NotImplementedException();
    }
}
