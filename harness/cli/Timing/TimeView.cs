using Katas.Harness.Timing;
using Spectre.Console;

namespace Katas.Harness.Cli.Timing;

/// <summary>Writes the results to a terminal: for each workload a table, bars and notes.</summary>
internal static class TimeView
{
    /// <summary>So many characters hold every column, and a name of some length.</summary>
    private const int FullWidth = 118;

    public static void Write(IAnsiConsole console, TimeResult result)
    {
        console.WriteLine($"{result.Chapter} on {result.Cores} cores, {result.Runtime}");
        foreach (var workload in result.Workloads)
        {
            console.WriteLine();
            console.MarkupLine(
                $"[bold]{Markup.Escape(workload.Title)}[/], {Format.Rounds(workload.Rounds)}"
            );
            console.Write(Table(workload, console.Profile.Width));
            SpeedupBars.Write(console, workload.Variants);
            foreach (var note in Notes(workload))
                console.MarkupLine($"[grey]{Markup.Escape(note)}[/]");
        }
        foreach (var problem in result.Problems)
            console.MarkupLine($"[red]{Markup.Escape(problem)}[/]");
    }

    private static Table Table(TimedWorkload workload, int width)
    {
        var most = width < FullWidth ? FigurePlace.Everywhere : FigurePlace.WideTerminal;
        var columns = FigureColumn.All.Where(column => column.Place <= most).ToList();

        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("");
        foreach (var column in columns)
            table.AddColumn(new TableColumn(column.Heading).RightAligned().NoWrap());
        table.AddColumn(new TableColumn("verdict").NoWrap());
        foreach (var figures in workload.Variants)
        {
            table.AddRow([
                Markup.Escape(figures.Name),
                .. columns.Select(column => column.Text(figures)),
                $"[{Colour(figures.Verdict)}]{Format.Verdict(figures.Verdict)}[/]",
            ]);
        }
        return table.Compact();
    }

    private static string Colour(Verdict verdict) =>
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
