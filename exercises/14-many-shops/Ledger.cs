using RabbitMQ.Client;

namespace Katas.ManyShops;

/// <summary>Where each order's bowl is written down, once.</summary>
public static class Ledger
{
    /// <summary>
    /// Kata 4. Collects bowls until every order has one. Of two bowls of an order the first counts; a bowl leaves its queue only when it is
    /// written down; when the connection breaks, a new one is opened and the collection goes on.
    /// </summary>
    /// <remarks>
    /// The ledger is in this process's memory: what is acknowledged and written down is lost with it. A queue of bowls has one collection at a
    /// time, since a bowl of no order of this collection is acknowledged, too.
    /// </remarks>
    /// <param name="connect">Opens a connection; the caller disposes of it. It waits while there is no broker.</param>
    /// <param name="queues">The names of the queues, which exist.</param>
    /// <param name="orders">The ids of the orders, each once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What the cooks made, by the id of the order.</returns>
    /// <exception cref="OperationCanceledException">The wait was ended before every order had its bowl.</exception>
    public static Task<IReadOnlyDictionary<string, string>> Collect(
        Func<CancellationToken, Task<IConnection>> connect,
        ShopQueues queues,
        IReadOnlyCollection<string> orders,
        CancellationToken cancellationToken
    )
    {
        // TODO: collect one bowl for each order.
        throw new NotImplementedException();
    }
}
