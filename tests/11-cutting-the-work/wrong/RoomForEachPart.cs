// wrong: there is room for every part that was asked for, also for those that get nothing
// fails: Any_number_of_parts_may_be_asked_for
// says: "Split ended with"
namespace Katas.CuttingTheWork;

public static class Cutting
{
    public static IReadOnlyList<Share> Split(int count, int parts)
    {
        var shares = new Share[parts];
        var start = 0;
        for (var part = 0; part < parts; part++)
        {
            var size = count / parts + (part < count % parts ? 1 : 0);
            shares[part] = new Share(start, size);
            start += size;
        }
        return [.. shares.Where(share => share.Count > 0)];
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
