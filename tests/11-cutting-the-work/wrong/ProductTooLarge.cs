// wrong: the borders are computed as part * count / parts, and the product is more than an int holds
// fails: Two_thousand_million_items_can_be_cut_too
// says: "look for a product that no int can hold"
namespace Katas.CuttingTheWork;

public static class Cutting
{
    public static IReadOnlyList<Share> Split(int count, int parts)
    {
        parts = Math.Min(parts, count);
        var shares = new List<Share>();
        var start = 0;
        for (var part = 0; part < parts; part++)
        {
            var size = (part + 1) * count / parts - start;
            shares.Add(new Share(start, size));
            start += size;
        }
        return shares;
    }

    public static IReadOnlyList<Share> SplitByCost(IReadOnlyList<int> costs, int parts)
    {
        if (costs.Count == 0)
            return [];
        long low = costs.Max();
        var high = costs.Sum(cost => (long)cost);
        while (low < high)
        {
            var limit = low + (high - low) / 2;
            if (SharesWithin(limit, costs).Count <= parts)
                high = limit;
            else
                low = limit + 1;
        }
        return SharesWithin(low, costs);
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
