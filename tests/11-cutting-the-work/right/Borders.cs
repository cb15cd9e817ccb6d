// right: borders computed in long; by cost, a table of the best cuts for every beginning
namespace Katas.CuttingTheWork;

public static class Cutting
{
    public static IReadOnlyList<Share> Split(int count, int parts)
    {
        parts = Math.Max(1, Math.Min(parts, count));
        var shares = new List<Share>();
        int Border(int part) => (int)((long)count * part / parts);
        for (var part = 0; part < parts; part++)
        {
            if (Border(part) < Border(part + 1))
                shares.Add(new Share(Border(part), Border(part + 1) - Border(part)));
        }
        return shares;
    }

    public static IReadOnlyList<Share> SplitByCost(IReadOnlyList<int> costs, int parts)
    {
        var n = costs.Count;
        if (n == 0)
            return [];
        var sums = new long[n + 1];
        for (var i = 0; i < n; i++)
            sums[i + 1] = sums[i] + costs[i];
        parts = Math.Min(parts, n);
        var best = new long[parts + 1, n + 1];
        var cut = new int[parts + 1, n + 1];
        for (var part = 0; part <= parts; part++)
        {
            for (var end = 0; end <= n; end++)
            {
                best[part, end] = end == 0 ? 0 : long.MaxValue;
                for (var from = 0; part > 0 && from < end; from++)
                {
                    var dearest = Math.Max(best[part - 1, from], sums[end] - sums[from]);
                    if (dearest < best[part, end])
                        (best[part, end], cut[part, end]) = (dearest, from);
                }
            }
        }
        var shares = new List<Share>();
        for (var (part, end) = (parts, n); end > 0; part--)
        {
            var from = cut[part, end];
            shares.Insert(0, new Share(from, end - from));
            end = from;
        }
        return shares;
    }
}
