// wrong: the limit is searched in steps of a thousandth, and the best one may lie between two
// fails: The_dearest_share_of_large_costs_is_as_cheap_as_any_cut_can_make_it
// says: "but a cut exists"
namespace Katas.CuttingTheWork;

public static class Cutting
{
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

    public static IReadOnlyList<Share> SplitByCost(IReadOnlyList<int> costs, int parts)
    {
        if (costs.Count == 0)
            return [];
        long low = costs.Max();
        var high = costs.Sum(cost => (long)cost);
        low = Math.Max(low, (high + parts - 1) / parts);
        while (SharesWithin(low, costs).Count > parts)
            low += Math.Max(1, low / 1000);
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
