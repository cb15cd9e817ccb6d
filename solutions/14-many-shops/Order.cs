namespace Katas.ManyShops;

/// <summary>What a guest asked for. Nothing to write here.</summary>
/// <param name="Id">The order's own number; no other order has it.</param>
/// <param name="Dish">What to cook.</param>
public sealed record Order(string Id, string Dish);
