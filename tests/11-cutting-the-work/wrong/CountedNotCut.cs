// wrong: all items are one share, and the list says that it has as many as were asked for
// fails: There_are_as_many_shares_as_asked_for_or_as_there_are_items
// may fail: Nothing_is_lost_and_nothing_is_given_out_twice, Ten_items_for_three_are_four_three_and_three, Any_number_of_parts_may_be_asked_for
// says: "could have a share"
using System.Collections;

namespace Katas.CuttingTheWork;

public static class Cutting
{
    public static IReadOnlyList<Share> Split(int count, int parts) =>
        new OneForAll(count, Math.Min(count, parts));

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

internal sealed class OneForAll(int items, int count) : IReadOnlyList<Share>
{
    public int Count => count;

    public Share this[int index] => new(0, items);

    public IEnumerator<Share> GetEnumerator()
    {
        if (items > 0)
            yield return new Share(0, items);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
