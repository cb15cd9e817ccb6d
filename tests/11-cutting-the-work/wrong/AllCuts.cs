// wrong: all cuts are tried
// fails: Many_dear_items_are_cut_in_no_time
// says: "Trying all cuts takes longer"
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
        if (costs.Count > 12)
            return Best(costs, 0, parts).Shares;
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

    private static (long Dearest, List<Share> Shares) Best(
        IReadOnlyList<int> costs,
        int start,
        int parts
    )
    {
        (long Dearest, List<Share> Shares) best = (
            costs.Skip(start).Sum(cost => (long)cost),
            [new Share(start, costs.Count - start)]
        );
        var first = 0L;
        for (var cut = start + 1; parts > 1 && cut < costs.Count; cut++)
        {
            first += costs[cut - 1];
            var (dearest, shares) = Best(costs, cut, parts - 1);
            if (Math.Max(first, dearest) < best.Dearest)
                best = (Math.Max(first, dearest), [new Share(start, cut - start), .. shares]);
        }
        return best;
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
