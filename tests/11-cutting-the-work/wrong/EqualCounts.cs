// wrong: equal counts for unequal cost
// fails: An_expensive_item_is_a_share_of_its_own, The_dearest_share_is_as_cheap_as_any_cut_can_make_it, The_dearest_share_of_large_costs_is_as_cheap_as_any_cut_can_make_it
// says: "Three and three would be equal in number"
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
        return Split(costs.Count, parts);
    }
}
