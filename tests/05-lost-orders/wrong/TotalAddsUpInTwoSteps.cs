// wrong: new orders are taken away under one lock and added up under another
// fails: Two_who_look_at_once_see_the_same
// says: "Look below at what the first who looks changes"

namespace Katas.LostOrders;

/// <summary>The shop's order book: every waiter writes in it, and the cook reads the total, all at the same time.</summary>
public sealed class OrderBook
{
    private readonly Lock _gate = new();
    private readonly Lock _sumGate = new();
    private List<int> _newOrders = [];
    private int _orders;
    private int _bowls;

    /// <summary>
    /// Kata 1. Writes one order down: counts one more order, and its bowls. Any number of threads may call this at the same time, and none of
    /// their orders may be lost.
    /// </summary>
    /// <param name="bowls">How many bowls the order asks for.</param>
    public void Add(int bowls)
    {
        // Adding up can wait until somebody asks.
        lock (_gate)
        {
            _newOrders.Add(bowls);
        }
    }

    /// <summary>
    /// Kata 1, too. The total as it was at one moment: never the orders of one moment with the bowls of another, nor an order without one that
    /// was written down before it. Any thread may ask at any time.
    /// </summary>
    /// <returns>The orders and their bowls.</returns>
    public OrderTotal Total()
    {
        List<int> newOrders;
        lock (_gate)
        {
            newOrders = _newOrders;
            _newOrders = [];
        }

        lock (_sumGate)
        {
            foreach (var bowls in newOrders)
            {
                _orders++;
                _bowls += bowls;
            }
            return new OrderTotal(_orders, _bowls);
        }
    }
}
