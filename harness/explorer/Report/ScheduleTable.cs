namespace Katas.Harness.Explorer.Report;

/// <summary>Draws a schedule: one column a thread, one row a step, time downwards; then what is shared, and where the step stands in the source.</summary>
internal static class ScheduleTable
{
    private const int MostRows = 80;
    private const int MostValues = 3;

    public static string Draw(Schedule schedule)
    {
        var steps = schedule.Steps;
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

        if (steps.Count > MostRows)
            table.Add([$"... {steps.Count - MostRows} steps before"]);
        foreach (var step in steps.Skip(steps.Count - MostRows))
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
}
