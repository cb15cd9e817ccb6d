using Katas.Harness.Chapters;
using Spectre.Console;

namespace Katas.Harness.TestRun;

/// <summary>The table at the end of <c>dotnet test</c>. Values in, text out: paths and the console are passed in.</summary>
/// <param name="Console">Where it is written, with its colours, its characters and its width.</param>
/// <param name="Shorten">How a path is shown.</param>
internal sealed record ProgressTable(IAnsiConsole Console, Func<string, string> Shorten)
{
    private const int BarWidth = 10;

    /// <summary>Writes a row for each chapter, and the kata list when there is but one; then the sum and the next thing to do.</summary>
    /// <param name="results">The chapters, in order.</param>
    /// <param name="lessons">The folder of the lessons.</param>
    /// <param name="details">Where the details are.</param>
    public void Write(IReadOnlyList<ChapterResult> results, string lessons, string details)
    {
        var shown = results
            .Where(result => result.Total > 0 || result.Trouble is not null)
            .ToList();
        Console.WriteLine();
        if (shown is [{ Katas.Count: > 0, Trouble: null } only])
        {
            Console.Write(Rows([only], withNext: false));
            Console.WriteLine();
            Console.Write(KataRows(only));
        }
        else
        {
            Console.Write(Rows(shown, withNext: true));
        }
        Console.Write(Line(Console));
        WriteSum(shown, lessons, details);
    }

    private Grid Rows(IReadOnlyList<ChapterResult> results, bool withNext)
    {
        var grid = NewGrid(4);
        var nameWidth = results.Max(result => result.Next?.Kata.Name.Length) ?? 0;
        foreach (var result in results)
        {
            var hasRun = result.Total > 0 || result.Trouble is null;
            grid.AddRow(
                Plain(result.Slug),
                hasRun ? Bar(result.Passed, result.Total) : Red(result.Trouble!.What),
                hasRun ? Count(result.Passed, result.Total) : Empty,
                hasRun
                    ? Plain(withNext ? NextOf(result, nameWidth) : "")
                    : Plain(result.Trouble!.Details)
            );
            if (withNext && result.Next is { Kata.IsStub: false } next)
                grid.AddRow(Empty, Empty, Empty, Plain(next.Message));
            if (hasRun && result.Trouble is { } trouble)
                grid.AddRow(Empty, Empty, Empty, Red($"{trouble.What}: {trouble.Details}"));
        }
        return grid;
    }

    /// <summary>The next kata and its place; for the harness's own tests, which have no katas, the first red test.</summary>
    private string NextOf(ChapterResult result, int nameWidth)
    {
        if (result.Next is { } next)
            return $"next: {next.Kata.Name.PadRight(nameWidth)}  {Place(next.Kata)}";
        return result.Results.FirstOrDefault(test => test.Failed) is { } red
            ? $"{red.Test}: {ChapterResult.FirstLine(red.Message)}"
            : "";
    }

    private Grid KataRows(ChapterResult result)
    {
        var grid = NewGrid(4);
        foreach (var kata in result.Katas.Where(kata => result.Of(kata).Any()))
        {
            var tests = result.Of(kata).ToList();
            var red = result.RedTest(kata);
            grid.AddRow(
                Plain($"  {kata.Order} {kata.Name}"),
                Count(
                    tests.Count(test => test.Passed),
                    tests.Count(test => test.Passed || test.Failed)
                ),
                Plain(red is null ? "" : Place(kata)),
                Plain(red is null ? "" : ChapterResult.FirstLine(red.Message))
            );
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
            { Trouble: { } trouble } => $"Next: {next.Slug} {trouble.What}.",
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
                new GridColumn { NoWrap = column < columns - 1, Padding = new Padding(0, 0, 2, 0) }
            );
        return grid;
    }

    private static Text Plain(string text) => new(text);

    private static Text Red(string text) => new(text, new Style(Color.Red));

    private static Text Empty { get; } = new("");
}
