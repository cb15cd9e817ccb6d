using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Verdicts;
using Spectre.Console;

namespace Katas.Harness.DotnetTest;

/// <summary>The table at the end of <c>dotnet test</c>. Values in, text out: paths and the console are passed in.</summary>
/// <param name="Console">Where it is written, with its colours, its characters and its width.</param>
/// <param name="Shorten">How a path is shown.</param>
internal sealed record ProgressTable(IAnsiConsole Console, Func<string, string> Shorten)
{
    private const int BarWidth = 10;
    private const int Gap = 2;

    /// <summary>Writes a row for each chapter, and the kata list when there is but one; then the sum and the next thing to do.</summary>
    /// <param name="results">The chapters, in order.</param>
    /// <param name="lessons">The folder of the lessons.</param>
    /// <param name="details">Where the details are.</param>
    public void Write(IReadOnlyList<ChapterResult> results, string lessons, string details)
    {
        var shown = results
            .Where(result => result.Total > 0 || result.RunError is not null)
            .ToList();
        Console.WriteLine();
        if (shown is [{ Katas.Count: > 0, RunError: null } only])
        {
            WriteRows([only], withNext: false);
            Console.WriteLine();
            Console.Write(KataRows(only));
        }
        else if (shown.Count > 0)
        {
            WriteRows(shown, withNext: true);
        }
        Console.Write(Line(Console));
        WriteSum(shown, lessons, details);
    }

    private void WriteRows(IReadOnlyList<ChapterResult> results, bool withNext)
    {
        var nameWidth = results.Max(result => result.Next?.Kata.Name.Length) ?? 0;
        var rows = results.Select(result => RowOf(result, withNext, nameWidth)).ToList();
        int[] widths =
        [
            rows.Max(row => row.Slug.Length),
            rows.Max(row => row.Mark.Length),
            rows.Max(row => row.Count.Length),
        ];
        var room = Console.Profile.Width - widths.Sum(width => width + Gap);
        var fits = rows.TrueForAll(row => row.Next is null || row.Next.Length <= room);
        foreach (var row in rows)
            WriteRow(row, widths, fits);
    }

    /// <summary>Where the terminal is wide enough, what there is to say stands beside the count, otherwise below: a path that is cut cannot be followed.</summary>
    private void WriteRow(Row row, int[] widths, bool fits)
    {
        var grid = NewGrid(fits ? widths.Length + 1 : widths.Length);
        for (var column = 0; column < widths.Length; column++)
            grid.Columns[column].Width = widths[column];
        Text[] lines = row.Next is null ? [.. row.Remarks] : [row.Next, .. row.Remarks];
        if (!fits)
        {
            grid.AddRow(row.Slug, row.Mark, row.Count);
            Console.Write(grid);
            foreach (var line in lines)
                Console.Write(new Padder(line, new Padding(left: 4, 0, 0, 0)));
            return;
        }
        grid.AddRow(row.Slug, row.Mark, row.Count, lines.FirstOrDefault(Empty));
        foreach (var line in lines.Skip(1))
            grid.AddRow(Empty, Empty, Empty, line);
        Console.Write(grid);
    }

    private Row RowOf(ChapterResult result, bool withNext, int nameWidth)
    {
        if (result is { Total: 0, RunError: { } obstacle })
            return new(
                Plain(result.Slug),
                Red(obstacle.What),
                Empty,
                null,
                [Plain(obstacle.Details)]
            );
        Text? place = null;
        var remarks = new List<Text>();
        if (withNext && result.Next is { } next)
        {
            place = Plain($"next: {next.Kata.Name.PadRight(nameWidth)}  {Place(next.Kata)}");
            if (!next.Kata.IsStub)
                remarks.Add(Plain(next.Message));
        }
        else if (withNext)
        {
            // The harness's own tests have no katas: what is red needs a look, all of it.
            remarks.AddRange(
                result
                    .Results.Where(test => test.IsFailure)
                    .Select(red =>
                        Plain($"{red.Test.FullName}: {ChapterResult.FirstLine(red.Message)}")
                    )
            );
        }
        if (result.RunError is { } error)
            remarks.Add(Red($"{error}"));
        return new(
            Plain(result.Slug),
            Bar(result.Passed, result.Total),
            Count(result.Passed, result.Total),
            place,
            remarks
        );
    }

    private Grid KataRows(ChapterResult result)
    {
        var grid = NewGrid(3);
        foreach (var kata in result.Katas.Where(kata => result.Of(kata).Any()))
        {
            var tests = result.Of(kata).ToList();
            var red = result.RedTest(kata);
            grid.AddRow(
                Plain($"  {kata.Order} {kata.Name}"),
                Count(
                    tests.Count(test => test.Outcome == Outcome.Passed),
                    tests.Count(test => test.Outcome != Outcome.Skipped)
                ),
                Plain(red is null ? "" : Place(kata))
            );
            if (red is not null && !kata.IsStub)
                grid.AddRow(Empty, Empty, Plain(ChapterResult.FirstLine(red.Message)));
        }
        return grid;
    }

    private void WriteSum(List<ChapterResult> results, string lessons, string details)
    {
        var passed = results.Sum(result => result.Passed);
        var total = results.Sum(result => result.Total);
        var next = results.Find(result => !result.IsGreen);
        var what = next switch
        {
            null when total == 0 => "No test was run. Is the filter right?",
            null => "All done.",
            { RunError: { } error } => $"Next: {next.Slug} {error.What}.",
            { Next: { } kata } =>
                $"Next: kata {kata.Kata.Order} of {Shorten(Path.Combine(lessons, next.Slug, "README.md"))}.",
            _ => $"Next: {next.Slug}.",
        };
        Console.Write(Plain($"{passed} of {total} tests pass. {what} Details: {Shorten(details)}"));
        Console.WriteLine();
    }

    private string Place(Kata kata) =>
        kata.Place is { } place ? $"{Shorten(place.File)}:{place.Line}" : "";

    private Text Bar(int passed, int total)
    {
        var full = total == 0 ? 0 : passed * BarWidth / total;
        var (done, open) = Console.Profile.Capabilities.Unicode ? ('█', '░') : ('#', '.');
        return new Text(
            new string(done, full) + new string(open, BarWidth - full),
            new Style(passed == total ? Color.Green : Color.Yellow)
        );
    }

    private static Text Count(int passed, int total) =>
        new($"{passed}/{total}".PadLeft(7), new Style(passed == total ? Color.Green : null));

    private static Text Line(IAnsiConsole console)
    {
        const int Width = 95;
        return new Text(
            new string('-', Math.Min(Width, console.Profile.Width)) + "\n",
            new Style(Color.Grey)
        );
    }

    private static Grid NewGrid(int columns)
    {
        var grid = new Grid();
        for (var column = 0; column < columns; column++)
            grid.AddColumn(
                new GridColumn
                {
                    NoWrap = column < columns - 1,
                    Padding = new Padding(0, 0, Gap, 0),
                }
            );
        return grid;
    }

    private static Text Plain(string text) => new(text);

    private static Text Red(string text) => new(text, new Style(Color.Red));

    private static Text Empty { get; } = new("");

    /// <summary>What is said of a chapter.</summary>
    /// <param name="Slug">The chapter.</param>
    /// <param name="Mark">Its bar, or why there is none.</param>
    /// <param name="Count">Passed and total.</param>
    /// <param name="Next">The next kata and its place, which no line end may cut.</param>
    /// <param name="Remarks">What else there is to say, a line or more each.</param>
    private sealed record Row(
        Text Slug,
        Text Mark,
        Text Count,
        Text? Next,
        IReadOnlyList<Text> Remarks
    );
}
