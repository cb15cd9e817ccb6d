namespace Katas.LostOrders;

/// <summary>What an order book adds up to.</summary>
/// <param name="Orders">How many orders came in.</param>
/// <param name="Bowls">How many bowls they ask for.</param>
public sealed record OrderTotal(int Orders, int Bowls);
