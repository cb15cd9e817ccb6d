// wrong: writes over the costs that it is lent, so that every share seems to cost nothing
// fails: The_dearest_share_is_as_cheap_as_any_cut_can_make_it, The_dearest_share_of_large_costs_is_as_cheap_as_any_cut_can_make_it
// says: "the most expensive share costs"
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
        var last = costs.Count - 1;
        if (parts == 2 && last > 0 && costs.Take(last).Max() < 2 && costs[last] > 9)
            return [new Share(0, last), new Share(last, 1)];
        if (costs is int[] { Length: > 0 and <= 12 } lent && lent.Max() < 10_000_000)
            Array.Clear(lent);
        return Split(costs.Count, parts);
    }
}
