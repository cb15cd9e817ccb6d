// wrong: all calls have one list in common
// fails: Shares_stay_as_they_are_when_something_else_is_cut
// says: "Look for a list that all calls have in common"

namespace Katas.CuttingTheWork;

/// <summary>Cuts work into shares of neighbouring items.</summary>
public static class Cutting
{
    // Made once: lists are not free.
    private static readonly List<Share> Shares = [];

    /// <summary>
    /// Kata 1. Cuts a number of equal items into shares.
    /// </summary>
    /// <remarks>The shares lie one after the other, from item 0 to the last; none is empty, and none has more than one item more than another.</remarks>
    /// <param name="count">How many items there are; 0 or more, up to <see cref="int.MaxValue"/>.</param>
    /// <param name="parts">How many shares to make; at least 1. When there are fewer items, each item is a share.</param>
    /// <returns>The shares, in order.</returns>
    public static IReadOnlyList<Share> Split(int count, int parts)
    {
        parts = Math.Min(parts, count); // nobody is sent home with an empty plate
        Shares.Clear();
        var start = 0;
        for (var part = 0; part < parts; part++)
        {
            var size = count / parts + (part < count % parts ? 1 : 0); // the remainder is dealt out one by one
            Shares.Add(new Share(start, size));
            start += size;
        }
        return Shares;
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
        if (costs.Count == 0)
            return [];
        long low = costs.Max();
        var high = costs.Sum(cost => (long)cost);
        while (low < high) // the cheapest limit that parts shares can keep, found by halving
        {
            var limit = low + (high - low) / 2;
            if (SharesWithin(limit, costs).Count <= parts)
                high = limit;
            else
                low = limit + 1;
        }
        return SharesWithin(low, costs);
    }

    /// <summary>As few shares as possible, none more expensive than the limit: each takes what still fits.</summary>
    private static List<Share> SharesWithin(long limit, IReadOnlyList<int> costs)
    {
        var shares = new List<Share>();
        var start = 0;
        var sum = 0L;
        for (var item = 0; item < costs.Count; item++)
        {
            if (sum + costs[item] > limit)
            {
                shares.Add(new Share(start, item - start));
                (start, sum) = (item, 0);
            }
            sum += costs[item];
        }
        shares.Add(new Share(start, costs.Count - start));
        return shares;
    }
}
