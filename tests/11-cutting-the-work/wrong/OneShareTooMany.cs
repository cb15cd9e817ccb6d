// wrong: the limit is enough for one share more than was asked for
// fails: No_share_is_empty_and_there_are_no_more_than_asked_for, The_dearest_share_is_as_cheap_as_any_cut_can_make_it, The_dearest_share_of_large_costs_is_as_cheap_as_any_cut_can_make_it
// may fail: More_parts_than_items_are_a_share_for_each_item
// says: "there are more shares than parts were asked for"
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
        if (costs.Count == 0)
            return [];
        long low = costs.Max();
        var high = costs.Sum(cost => (long)cost);
        while (low < high)
        {
            var limit = low + (high - low) / 2;
            if (SharesWithin(limit, costs).Count <= parts + 1)
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
