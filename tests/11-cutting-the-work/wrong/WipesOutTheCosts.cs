// wrong: writes over the costs that it is lent, so that every share seems to cost nothing
// fails: The_dearest_share_is_as_cheap_as_any_cut_can_make_it, The_dearest_share_of_large_costs_is_as_cheap_as_any_cut_can_make_it
// says: "the most expensive share costs"
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
        parts = Math.Min(parts, count); // nobody is sent home with an empty plate
        var shares = new List<Share>();
        var start = 0;
        for (var part = 0; part < parts; part++)
        {
            var size = count / parts + (part < count % parts ? 1 : 0); // the remainder is dealt out one by one
            shares.Add(new Share(start, size));
            start += size;
        }
        return shares;
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
        var last = costs.Count - 1;
        if (parts == 2 && last > 0 && costs.Take(last).Max() < 2 && costs[last] > 9)
            return [new Share(0, last), new Share(last, 1)];
        if (costs is int[] { Length: > 0 and <= 12 } lent && lent.Max() < 10_000_000)
            Array.Clear(lent);
        return Split(costs.Count, parts);
    }

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
