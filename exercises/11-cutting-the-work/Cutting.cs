namespace Katas.CuttingTheWork;

/// <summary>Cuts work into shares of neighbouring items.</summary>
public static class Cutting
{
    /// <summary>
    /// Kata 1. Cuts a number of equal items into shares.
    /// </summary>
    /// <remarks>The shares lie one after the other, from item 0 to the last; none is empty, and none has more than one item more than another.</remarks>
    /// <param name="count">How many items there are; 0 or more, up to <see cref="int.MaxValue"/>.</param>
    /// <param name="parts">How many shares to make; at least 1. When there are fewer items, each item is a share.</param>
    /// <returns>The shares, in order.</returns>
    public static IReadOnlyList<Share> Split(int count, int parts)
    {
        // TODO: cut the items into shares.
        throw new NotImplementedException();
    }

    /// <summary>
    /// Kata 2. Cuts items of known cost into shares of neighbours, so that the most expensive share is as cheap as any such cut can make it.
    /// </summary>
    /// <remarks>The shares lie one after the other, from item 0 to the last; none is empty. Costs may add up to more than an <see langword="int"/> holds.</remarks>
    /// <param name="costs">What each item costs; each at least 1.</param>
    /// <param name="parts">How many shares to make at most; at least 1.</param>
    /// <returns>The shares, in order.</returns>
    public static IReadOnlyList<Share> SplitByCost(IReadOnlyList<int> costs, int parts)
    {
        // TODO: cut the items where the most expensive share comes out cheapest.
        throw new NotImplementedException();
    }
}
