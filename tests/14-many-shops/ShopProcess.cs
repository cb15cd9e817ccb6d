using Katas.Harness.Probes;

namespace Katas.ManyShops;

/// <summary>A shop in a process of its own, for tests that kill it.</summary>
public static class ShopProcess
{
    /// <summary>What such a shop is told.</summary>
    /// <param name="Broker">The broker's address.</param>
    /// <param name="Queues">The chain's queues.</param>
    /// <param name="Cooking">The file that it makes when it has begun to cook.</param>
    public sealed record Orders(Uri Broker, ShopQueues Queues, string Cooking);

    /// <summary>Takes one order in hand, and never gets it done.</summary>
    public static int CookForEver(Orders orders, CancellationToken cancellationToken)
    {
        Work(orders).GetAwaiter().GetResult();
        return 0;
    }

    /// <summary>Connects once: the first connection of a process takes its time.</summary>
    public static int WarmUp(Uri broker, CancellationToken cancellationToken)
    {
        Connect(broker).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task Connect(Uri address)
    {
        await using var broker = await TestChain.Connect(address);
        await TestChain.Flush(broker);
    }

    private static async Task Work(Orders orders)
    {
        await using var broker = await TestChain.Connect(orders.Broker);
        var gate = new Gate("a shop that is to be killed", Timeout.InfiniteTimeSpan);
        await Shop.Work(
            broker,
            orders.Queues,
            async order =>
            {
                await TestChain.Flush(broker);
                await File.WriteAllTextAsync(orders.Cooking, order.Id);
                await gate.WaitAsync();
                return "";
            },
            CancellationToken.None
        );
    }
}
