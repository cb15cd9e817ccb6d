namespace Katas.ManyShops;

/// <summary>The names of the queues by which head office and shops work together. Nothing to write here.</summary>
/// <param name="Orders">
/// From head office to the shops. A message is one order: its message id is the order's id, its body the dish in UTF-8.
/// </param>
/// <param name="Bowls">
/// From the shops to head office. A message is one bowl: its correlation id is the order's id, its body what the cook made, in UTF-8.
/// </param>
/// <param name="SetAside">Where an order ends that failed in the hands of three shops, for a human to look at.</param>
public sealed record ShopQueues(string Orders, string Bowls, string SetAside)
{
    /// <summary>The queues of a chain of shops.</summary>
    /// <param name="chain">The chain's name: chains of different names never meet.</param>
    public static ShopQueues Of(string chain) =>
        new($"{chain}.orders", $"{chain}.bowls", $"{chain}.set-aside");
}
