using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Failures;
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

    /// <summary>Below so many columns, what a test says stands below its row and not beside it, where it would be a narrow column.</summary>
    private const int WideEnough = 100;

    private bool IsWide => Console.Profile.Width >= WideEnough;

    /// <summary>
    /// Writes a row for each chapter, and the kata list when there is but one; then what the first red test of the next kata says, the sum and
    /// the next thing to do.
    /// </summary>
    /// <param name="results">The chapters, in order.</param>
    /// <param name="lessons">The folder of the lessons.</param>
    /// <param name="details">Where the details of a chapter are, or of all when there is none to do.</param>
    public void Write(
        IReadOnlyList<ChapterResult> results,
        string lessons,
        Func<ChapterResult?, string> details
    )
    {
        var shown = results
            .Where(result => result.Total > 0 || result.RunError is not null || result.IsSkipped)
            .ToList();
        Console.WriteLine();
        if (shown is [{ Katas.Count: > 0, RunError: null, IsSkipped: false } only])
        {
            WriteRows([only], withNext: false);
            Console.WriteLine();
            WriteKatas(only);
        }
        else if (shown.Count > 0)
        {
            WriteRows(shown, withNext: true);
        }
        Console.Write(Line(Console));
        var next = shown.Find(result => !result.IsGreen);
        WriteFailure(next);
        WriteSum(shown, next, lessons, details(next));
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
        {
            if (row is { Mark.Length: 0, Count.Length: 0, Remarks: [var remark] })
                WriteRemark(row.Slug, remark, widths[0]);
            else
                WriteRow([row.Slug, row.Mark, row.Count], widths, row.Next, row.Remarks, fits);
        }
    }

    /// <summary>The next kata stands beside the count where that fits, otherwise below: a path that is cut cannot be followed. So does what a test says.</summary>
    private void WriteRow(
        Text[] cells,
        int[] widths,
        Text? next,
        IReadOnlyList<Text> remarks,
        bool fits
    )
    {
        var beside = new List<Text>();
        if (fits && next is not null)
            beside.Add(next);
        if (fits && IsWide)
            beside.AddRange(remarks);
        var below = (next is null ? remarks : remarks.Prepend(next)).Except(beside);

        var grid = NewGrid(cells.Length + 1);
        for (var column = 0; column < cells.Length; column++)
            grid.Columns[column].Width = widths[column];
        grid.AddRow([.. cells, beside.FirstOrDefault(Empty)]);
        foreach (var line in beside.Skip(1))
            grid.AddRow([.. cells.Select(_ => Empty), line]);
        Console.Write(grid);
        foreach (var line in below)
            Console.Write(Indented(line));
    }

    /// <summary>A chapter that has no bar and no count: what there is to say stands beside its name.</summary>
    private void WriteRemark(Text slug, Text remark, int width)
    {
        var fits = width + Gap + remark.Length <= Console.Profile.Width;
        var grid = NewGrid(2);
        grid.Columns[0].Width = width;
        grid.AddRow(slug, fits ? remark : Empty);
        Console.Write(grid);
        if (!fits)
            Console.Write(Indented(remark));
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
        if (result.IsSkipped)
            return new(
                Plain(result.Slug),
                Empty,
                Empty,
                null,
                [.. result.SkipReasons.Select(reason => Plain(reason.Reason))]
            );
        Text? place = null;
        var remarks = new List<Text>();
        if (withNext && result.Next is { } next)
        {
            place = Plain($"next: {next.Kata.Name.PadRight(nameWidth)}  {Place(next.Kata)}");
            if (!next.Kata.IsStub)
                remarks.Add(Plain(next.Failure.Headline));
        }
        else if (withNext)
        {
            // The harness's own tests have no katas: what is red needs a look, all of it.
            remarks.AddRange(result.Failures.Select(red => Plain($"{red.Test}: {red.Headline}")));
        }
        remarks.AddRange(
            result.SkipReasons.Select(reason => Plain($"{reason.Count} skipped: {reason.Reason}"))
        );
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

    private void WriteKatas(ChapterResult result)
    {
        var katas = result.Katas.Where(kata => result.Of(kata).Any()).ToList();
        var nameWidth = katas
            .Select(kata => $"  {kata.Order} {kata.Name}".Length)
            .DefaultIfEmpty(0)
            .Max();
        foreach (var kata in katas)
        {
            var tests = result.Of(kata).ToList();
            var name = Plain($"  {kata.Order} {kata.Name}");
            var count = Count(
                tests.Count(test => test.Outcome == Outcome.Passed),
                tests.Count(test => test.Outcome != Outcome.Skipped)
            );
            var red = result.RedTest(kata);
            var place = red is null || kata.Place is null ? null : Plain(Place(kata));
            Text[] remarks = red is null || kata.IsStub ? [] : [Plain(FailedTest.Of(red).Headline)];
            var room = Console.Profile.Width - nameWidth - count.Length - 2 * Gap;
            WriteRow(
                [name, count],
                [nameWidth, count.Length],
                place,
                remarks,
                fits: (place?.Length ?? 0) <= room
            );
        }
        foreach (var (reason, count) in result.SkipReasons)
            Console.Write(Plain($"  {count} skipped: {reason}\n"));
    }

    private void WriteFailure(ChapterResult? next)
    {
        if (next?.Failures.FirstOrDefault() is not { } failure)
            return;
        var profile = Console.Profile;
        var lines = FailureText.Lines(
            failure,
            new FailureLayout(profile.Width, Shorten, profile.Capabilities.Unicode)
        );
        // A word that is longer than the line is wrapped by the terminal and not cut here.
        foreach (var line in lines)
            Console.Write(
                new Text($"{line.Text}\n", StyleOf(line.Emphasis)) { Overflow = Overflow.Fold }
            );
        Console.WriteLine();
    }

    private static Style StyleOf(Emphasis emphasis) =>
        emphasis switch
        {
            Emphasis.Heading or Emphasis.Actual => new Style(Color.Red),
            Emphasis.Expected => new Style(Color.Green),
            Emphasis.Aside => new Style(Color.Grey),
            _ => Style.Plain,
        };

    private void WriteSum(
        List<ChapterResult> results,
        ChapterResult? next,
        string lessons,
        string details
    )
    {
        var passed = results.Sum(result => result.Passed);
        var total = results.Sum(result => result.Total);
        var skipped = results.Sum(result => result.Skipped);
        var what = next switch
        {
            null when total == 0 && skipped == 0 => "No test was run. Is the filter right?",
            null when skipped > 0 => "All done that can run here.",
            null => "All done.",
            { RunError: { } error } => $"Next: {next.Slug} {error.What}.",
            { Next: { } kata } =>
                $"Next: kata {kata.Kata.Order} of {Shorten(Path.Combine(lessons, next.Slug, "README.md"))}.",
            _ => $"Next: {next.Slug}.",
        };
        var pass = $"{passed} of {total} tests pass{(skipped > 0 ? $", {skipped} skipped" : "")}.";
        Console.Write(Plain($"{pass} {what} Details: {Shorten(details)}"));
        Console.WriteLine();
    }

    private static Padder Indented(Text line) => new(line, new Padding(left: 4, 0, 0, 0));

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
