using Katas.Harness.Timing;
using Spectre.Console;

namespace Katas.Harness.Cli.Timing;

/// <summary>Writes the results to a terminal: for each workload a table, bars and notes.</summary>
internal static class TimeView
{
    public static void Write(IAnsiConsole console, TimeResult result)
    {
        console.WriteLine($"{result.Chapter} on {result.Cores} cores, {result.Runtime}");
        foreach (var workload in result.Workloads)
        {
            console.WriteLine();
            console.MarkupLine(
                $"[bold]{Markup.Escape(workload.Title)}[/], {workload.Rounds} rounds"
            );
            console.Write(Table(workload));
            SpeedupBars.Write(console, workload.Variants);
            foreach (var note in Notes(workload))
                console.MarkupLine($"[grey]{Markup.Escape(note)}[/]");
        }
        foreach (var problem in result.Problems)
            console.MarkupLine($"[red]{Markup.Escape(problem)}[/]");
    }

    private static Table Table(TimedWorkload workload)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("");
        foreach (
            var column in (string[])
                [
                    "workers",
                    "median",
                    "speed-up",
                    "95 %",
                    "bound",
                    "efficiency",
                    "serial",
                    "CPU/wall",
                    "start",
                ]
        )
            table.AddColumn(new TableColumn(column).RightAligned().NoWrap());
        table.AddColumn("verdict");
        foreach (var figures in workload.Variants)
            table.AddRow(Cells(figures));
        return table;
    }

    private static string[] Cells(Figures figures) =>
        [
            Markup.Escape(figures.Name),
            $"{figures.Workers}",
            Format.Time(figures.MedianSeconds),
            Format.Number(figures.Speedup),
            $"{Format.Number(figures.SpeedupLow)}-{Format.Number(figures.SpeedupHigh)}",
            Format.Number(figures.Bound),
            Format.Number(figures.Efficiency),
            figures.SerialFraction is { } serial ? Format.Number(serial) : "",
            Format.Number(figures.CpuPerWall),
            Format.Time(figures.StartSeconds),
            $"[{Colour(figures.Verdict)}]{figures.Verdict}[/]",
        ];

    private static string Colour(string verdict) =>
        verdict switch
        {
            Verdict.Faster => "green",
            Verdict.Different or Verdict.Slower => "red",
            Verdict.Inconclusive => "yellow",
            _ => "default",
        };

    private static IEnumerable<string> Notes(TimedWorkload workload)
    {
        // One sentence for a reason that several variants share.
        foreach (
            var sameReason in workload
                .Variants.Where(one => one.Verdict == Verdict.Inconclusive)
                .GroupBy(one => one.Reason)
        )
            yield return $"Inconclusive, {sameReason.Key}: {string.Join(", ", sameReason.Select(one => $"{one.Name} x{one.Workers}"))}.";
        foreach (var figures in workload.Variants)
        {
            if (figures.BreakEvenSeconds is { } length)
                yield return $"{figures.Name}, {Format.Workers(figures.Workers)}: a job must take longer than {Format.Time(length)} to win by being handed over.";
        }
    }
}
