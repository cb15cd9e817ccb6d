namespace Katas.LostOrders;

/// <summary>Counts the evening's orders with several threads.</summary>
public static class Tally
{
    /// <summary>
    /// Kata 4. Counts the orders that are wanted. Starts the threads, gives each its share of the orders, and waits for all. The threads do not
    /// get in each other's way: each counts for itself, and they meet at most once each, at the end, never for each order.
    /// </summary>
    /// <param name="orders">The orders; there may be fewer than workers, or none.</param>
    /// <param name="isWanted">Says of an order whether it counts. The workers call it, each for its own share, at the same time.</param>
    /// <param name="workers">How many threads to start.</param>
    /// <returns>How many orders are wanted.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workers"/> is less than 1.</exception>
    public static int Count(IReadOnlyList<string> orders, Func<string, bool> isWanted, int workers)
    {
        // TODO: count the orders, with several threads.
        throw new NotImplementedException();
    }
}
