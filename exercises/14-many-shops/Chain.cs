using RabbitMQ.Client;

namespace Katas.ManyShops;

/// <summary>The queues that a chain of shops stands on.</summary>
public static class Chain
{
    /// <summary>
    /// Kata 1. Declares the three queues of <paramref name="queues"/>. All of them are durable and outlive the connection that declared them.
    /// The orders are a quorum queue that hands a message out three times at most: when the third delivery fails too, the message goes to
    /// the set-aside queue. Opening a chain that is open changes nothing.
    /// </summary>
    /// <param name="broker">An open connection; it stays open.</param>
    /// <param name="queues">The names.</param>
    public static Task Open(IConnection broker, ShopQueues queues)
    {
        // TODO: declare the three queues.
        throw new NotImplementedException();
    }
}
