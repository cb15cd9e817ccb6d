using RabbitMQ.Client;

namespace Katas.ManyShops;

/// <summary>Where orders come from.</summary>
public static class HeadOffice
{
    /// <summary>
    /// Kata 2. Sends each order to the queue of orders, as a message that a broker keeps on its disk, and returns when the broker has
    /// confirmed that it has them all. An order that the broker refuses, or that reaches no queue, is an exception.
    /// </summary>
    /// <param name="broker">An open connection; it stays open.</param>
    /// <param name="queues">The names of the queues, which exist.</param>
    /// <param name="orders">The orders, in the order in which the shops get them.</param>
    public static Task Publish(IConnection broker, ShopQueues queues, IEnumerable<Order> orders)
    {
        // TODO: send every order, and be sure that it has arrived.
        throw new NotImplementedException();
    }
}
