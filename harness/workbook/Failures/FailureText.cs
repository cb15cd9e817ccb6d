namespace Katas.Harness.Workbook.Failures;

/// <summary>A failed test as a person reads it: what was expected and what was seen, the schedule, the console, and the line of code to look at.</summary>
public static class FailureText
{
    private const string Margin = "  ";

    /// <summary>The lines, in the order in which they help.</summary>
    /// <param name="test">The test.</param>
    /// <param name="layout">How much room there is.</param>
    public static IReadOnlyList<FailureLine> Lines(FailedTest test, FailureLayout layout)
    {
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(layout);
        IEnumerable<FailureLine>[] parts =
        [
            test.Message.SelectMany(line => Wrapped(line, layout)),
            Schedule(test, layout),
            test.Explanation.SelectMany(line => Wrapped(line, layout)),
            Console(test, layout),
            test.Place is { } place
                ? [new($"{Margin}In your code: {layout.Shorten(place.File)}:{place.Line}")]
                : [],
        ];
        return
        [
            .. Heading(test, layout),
            .. parts
                .Select(part => part.ToList())
                .Where(part => part.Count > 0)
                .SelectMany((part, i) => i == 0 ? part : part.Prepend(new(""))),
        ];
    }

    /// <summary>All that stands below the heading, without the margin: for pages, which have room.</summary>
    /// <param name="test">The test.</param>
    /// <param name="shorten">How a path is shown.</param>
    public static IReadOnlyList<string> Body(FailedTest test, Func<string, string> shorten) =>
        [
            .. Lines(test, FailureLayout.Whole(shorten))
                .Skip(1)
                .Select(line => line.Text.Length > Margin.Length ? line.Text[Margin.Length..] : ""),
        ];

    private static IEnumerable<FailureLine> Heading(FailedTest test, FailureLayout layout)
    {
        var mark = layout.Unicode ? "✗" : "x";
        var name = test.Kata is { } kata ? $"{kata}: {test.Test}" : test.Test;
        return TextWidth
            .Wrap($"{mark} {name}", layout.Width)
            .Select((line, i) => i == 0 ? line : Margin + line)
            .SelectMany(line => BeforeArguments(line, layout))
            .Select(line => new FailureLine(line, Emphasis.Heading));
    }

    /// <summary>A test that is longer than a line breaks where its arguments begin.</summary>
    private static IEnumerable<string> BeforeArguments(string line, FailureLayout layout) =>
        TextWidth.Of(line) > layout.Width
        && line.IndexOf('(', StringComparison.Ordinal) is > 0 and var at
            ? [line[..at], $"{Margin}{Margin}{line[at..]}"]
            : [line];

    private static IEnumerable<FailureLine> Wrapped(string line, FailureLayout layout) =>
        TextWidth
            .Wrap(line, layout.Width - Margin.Length)
            .Select(part => Line(part, EmphasisOf(line)));

    /// <summary>NUnit's own marks; the colour is all that hangs on them.</summary>
    private static Emphasis EmphasisOf(string line) =>
        line.StartsWith("Expected: ", StringComparison.Ordinal) ? Emphasis.Expected
        : line.StartsWith("But was: ", StringComparison.Ordinal) ? Emphasis.Actual
        : Emphasis.None;

    private static IEnumerable<FailureLine> Schedule(FailedTest test, FailureLayout layout) =>
        test.Schedule is null
            ? []
            : ScheduleDrawing
                .Lines(
                    test.Schedule,
                    layout.Width - Margin.Length,
                    layout.MostRows,
                    Ellipsis(layout)
                )
                .Select(line => Line(line));

    private static IEnumerable<FailureLine> Console(FailedTest test, FailureLayout layout)
    {
        if (test.Console.Count == 0)
            yield break;
        var left = Math.Max(0, test.Console.Count - layout.MostConsole);
        yield return Line(
            left == 0
                ? "Written to the console:"
                : $"Written to the console, the last {layout.MostConsole} of {test.Console.Count} lines:"
        );
        var bar = layout.Unicode ? "│ " : "| ";
        foreach (var line in test.Console.Skip(left))
            yield return Line(
                TextWidth.Cut(bar + line, layout.Width - Margin.Length, Ellipsis(layout)).TrimEnd(),
                Emphasis.Aside
            );
    }

    private static string Ellipsis(FailureLayout layout) => layout.Unicode ? "…" : "...";

    private static FailureLine Line(string text, Emphasis emphasis = Emphasis.None) =>
        new(text.Length == 0 ? "" : Margin + text, emphasis);
}
