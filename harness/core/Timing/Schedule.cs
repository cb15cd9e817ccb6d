namespace Katas.Harness.Timing;

/// <summary>The best that can be hoped for when jobs of known cost are handed out whole.</summary>
public static class Schedule
{
    /// <summary>
    /// When the last worker is done if each job goes, the longest first, to the worker that is free first (longest processing time,
    /// Graham 1969: at most 4/3 of the best possible).
    /// </summary>
    /// <param name="costs">What each job costs, in any unit; none below 0.</param>
    /// <param name="workers">How many workers; at least 1.</param>
    public static double Makespan(IEnumerable<double> costs, int workers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        var freeAt = new PriorityQueue<int, double>(
            Enumerable.Range(0, workers).Select(worker => (worker, 0.0))
        );
        var end = 0.0;
        foreach (var cost in costs.OrderDescending())
        {
            ArgumentOutOfRangeException.ThrowIfNegative(cost, nameof(costs));
            freeAt.TryDequeue(out var worker, out var start);
            freeAt.Enqueue(worker, start + cost);
            end = Math.Max(end, start + cost);
        }
        return end;
    }

    /// <summary>The highest speed-up that so many workers can reach: the sum of the costs over their makespan.</summary>
    /// <param name="costs">What each job costs, in any unit; none below 0.</param>
    /// <param name="workers">How many workers; at least 1.</param>
    /// <returns>The bound; <paramref name="workers"/> itself when there is nothing to do.</returns>
    public static double Bound(IReadOnlyCollection<double> costs, int workers)
    {
        ArgumentNullException.ThrowIfNull(costs);
        var makespan = Makespan(costs, workers);
        return makespan > 0 ? costs.Sum() / makespan : workers;
    }
}
