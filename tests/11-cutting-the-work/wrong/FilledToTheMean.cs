// wrong: each share is filled until it has reached the mean, which is good but not the best
// fails: The_dearest_share_is_as_cheap_as_any_cut_can_make_it, The_dearest_share_of_large_costs_is_as_cheap_as_any_cut_can_make_it
// says: "but a cut exists with which it costs"
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
            var size = count / parts + (part < count % parts ? 1 : 0);
            shares.Add(new Share(start, size));
            start += size;
        }
        return shares;
    }

    public static IReadOnlyList<Share> SplitByCost(IReadOnlyList<int> costs, int parts)
    {
        var left = costs.Sum(cost => (long)cost);
        var shares = new List<Share>();
        var start = 0;
        var sum = 0L;
        for (var item = 0; item < costs.Count; item++)
        {
            var partsLeft = parts - shares.Count;
            if (sum > 0 && partsLeft > 1 && (sum + costs[item]) * partsLeft > left)
            {
                shares.Add(new Share(start, item - start));
                left -= sum;
                (start, sum) = (item, 0);
            }
            sum += costs[item];
        }
        if (costs.Count > 0)
            shares.Add(new Share(start, costs.Count - start));
        return shares;
    }
}
