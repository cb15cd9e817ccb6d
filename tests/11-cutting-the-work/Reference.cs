namespace Katas.CuttingTheWork;

/// <summary>Slow and simple answers, to compare with.</summary>
internal static class Reference
{
    /// <summary>Tries every place for the last cut, and so on.</summary>
    public static long CheapestDearestShare(ReadOnlySpan<int> costs, int parts)
    {
        var all = 0L;
        foreach (var cost in costs)
            all += cost;
        var best = all;
        if (parts == 1)
            return best;
        var last = 0L;
        for (var cut = costs.Length - 1; cut > 0; cut--)
        {
            last += costs[cut];
            if (last >= best)
                break;
            best = Math.Min(best, Math.Max(last, CheapestDearestShare(costs[..cut], parts - 1)));
        }
        return best;
    }

    /// <summary>Lets time pass tick by tick.</summary>
    public static long Makespan(IReadOnlyList<int> costs, int workers, int chunk, int handOut)
    {
        var waiting = new Queue<int>(costs.Chunk(chunk).Select(items => handOut + items.Sum()));
        var left = new int[workers];
        for (var time = 0L; ; time++)
        {
            for (var worker = 0; worker < workers; worker++)
            {
                if (left[worker] == 0 && waiting.TryDequeue(out var next))
                    left[worker] = next;
            }
            if (left.All(ticks => ticks == 0))
                return time;
            for (var worker = 0; worker < workers; worker++)
                left[worker] = Math.Max(0, left[worker] - 1);
        }
    }
}
