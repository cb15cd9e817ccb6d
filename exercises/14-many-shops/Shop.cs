using RabbitMQ.Client;

namespace Katas.ManyShops;

/// <summary>One of many shops: takes orders, cooks, sends bowls.</summary>
public static class Shop
{
    /// <summary>
    /// Kata 3. Works until it is asked to stop: has one order in hand at a time, cooks it, sends the bowl as a message that a broker keeps on
    /// its disk, and lets go of the order only when the broker has confirmed the bowl. An order that <paramref name="cook"/> fails on, with
    /// whatever exception, goes back to the queue, to be tried again there or elsewhere, and the shop goes on. Asked to stop, the shop takes no
    /// further order, ends the one in hand, closes what it has opened, and returns.
    /// </summary>
    /// <param name="broker">An open connection; it stays open.</param>
    /// <param name="queues">The names of the queues, which exist.</param>
    /// <param name="cook">Makes the bowl of an order; it may be asked for the same order twice.</param>
    /// <param name="cancellationToken">Asks the shop to stop.</param>
    /// <exception cref="Exception">The connection broke, or the broker refused a bowl: the order in hand is the broker's again.</exception>
    public static Task Work(
        IConnection broker,
        ShopQueues queues,
        Func<Order, Task<string>> cook,
        CancellationToken cancellationToken
    )
    {
        // TODO: take orders, cook them, send the bowls.
        throw new NotImplementedException();
    }
}
