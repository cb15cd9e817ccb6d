// wrong: a share is written down when the next one begins, so the last one is lost
// fails: An_expensive_item_is_a_share_of_its_own, Nothing_is_lost_and_nothing_is_given_out_twice, The_dearest_share_is_as_cheap_as_any_cut_can_make_it, Costs_may_add_up_to_more_than_an_int_holds, The_dearest_share_of_large_costs_is_as_cheap_as_any_cut_can_make_it
// may fail: Many_dear_items_are_cut_in_no_time
// says: "the shares end at item"
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
            if (SharesWithin(limit, costs).Count < parts)
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
        return shares.Count > 0 ? shares : [new Share(0, costs.Count)];
    }
}
