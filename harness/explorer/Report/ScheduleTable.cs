namespace Katas.Harness.Explorer.Report;

/// <summary>Draws a schedule: one column a thread, one row a step, time downwards; then what is shared, and where the step stands in the source.</summary>
internal static class ScheduleTable
{
    private const int MostRows = 80;
    private const int MostValues = 3;

    public static string Draw(Schedule schedule)
    {
        var steps = Rounds.Fold(schedule.Steps);
        if (steps.Count == 0)
            return "";
        var shared = Math.Min(schedule.Shared.Count, MostValues);
        var isNumbered = schedule.IsNumbered;
        var table = new Table([
            .. isNumbered ? [""] : (string[])[],
            .. schedule.Threads.Select(fiber => fiber.Name),
            .. schedule.Shared.Take(shared),
            "",
        ]);

        var shown = Newest(steps);
        if (steps.Count > shown.Count)
            table.Add([$"... {steps.Count - shown.Count} steps before"]);
        foreach (var step in shown)
        {
            table.Add([
                .. isNumbered ? [step.Number] : (string[])[],
                .. schedule.Threads.Select(fiber =>
                    fiber == step.Row.Fiber ? step.IndentedText : ""
                ),
                .. step.Values.Take(shared),
                step.Place,
            ]);
        }
        return table.ToString();
    }

    /// <summary>The newest steps, and before them the calls that they are part of.</summary>
    private static List<ScheduleStep> Newest(IReadOnlyList<ScheduleStep> steps)
    {
        var first = Math.Max(0, steps.Count - MostRows);
        var shown = new SortedSet<int>(Enumerable.Range(first, steps.Count - first));
        foreach (var step in steps.Skip(first).DistinctBy(step => step.Row.Fiber))
        {
            var depth = step.Row.Depth;
            for (var i = first - 1; i >= 0 && depth > 0; i--)
            {
                var row = steps[i].Row;
                if (!row.IsCall || row.Fiber != step.Row.Fiber || row.Depth >= depth)
                    continue;
                depth = row.Depth;
                shown.Add(i);
            }
        }
        return [.. shown.Select(i => steps[i])];
    }
}
