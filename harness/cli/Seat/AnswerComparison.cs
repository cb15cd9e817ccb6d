using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Failures;
using Katas.Harness.Workbook.Memory;

namespace Katas.Harness.Cli.Seat;

/// <summary>The learner's answer beside the reference answer: what is the same is shown only around what is not.</summary>
internal static class AnswerComparison
{
    private const int Context = 3;

    /// <summary>Narrower columns cut most lines of code.</summary>
    private const int LeastForTwoColumns = 140;

    /// <summary>A file or a pipe, whose readers compare line by line.</summary>
    private const int MostForTwoColumns = 999;

    /// <summary>All files of a chapter that differ.</summary>
    public static IEnumerable<FailureLine> Lines(
        LearnerSeat seat,
        string slug,
        FailureLayout layout
    )
    {
        var answers = Path.Combine(seat.Paths.Exercises, slug);
        var solutions = Path.Combine(seat.Paths.Solutions, slug);
        var differ = false;
        foreach (var file in ChapterContent.SourcesOf(solutions))
        {
            var answer = Path.Combine(answers, Path.GetRelativePath(solutions, file));
            var lines = LineDifference.Compare(Read(answer), Read(file));
            if (lines.All(line => line.IsSame))
                continue;
            differ = true;
            yield return new(
                $"{seat.Paths.Short(answer)} (-) beside {seat.Paths.Short(file)} (+)",
                Emphasis.Heading
            );
            foreach (var line in Shown(lines, layout))
                yield return line;
            yield return new("");
        }
        if (!differ)
            yield return new("Your answer is the reference answer, to the letter.");
    }

    private static string[] Read(string file) =>
        File.Exists(file) ? [.. File.ReadAllLines(file).Select(line => line.TrimEnd())] : [];

    private static IEnumerable<FailureLine> Shown(
        IReadOnlyList<LineDifference> lines,
        FailureLayout layout
    )
    {
        var hasGap = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var from = Math.Max(0, i - Context);
            var to = Math.Min(lines.Count, i + Context + 1);
            if (Enumerable.Range(from, to - from).All(near => lines[near].IsSame))
            {
                hasGap = true;
                continue;
            }
            if (hasGap)
                yield return new(layout.Unicode ? "  ⋯" : "  ...", Emphasis.Aside);
            hasGap = false;
            yield return Line(lines[i], layout);
        }
    }

    private static FailureLine Line(LineDifference line, FailureLayout layout)
    {
        var emphasis =
            line.IsSame ? Emphasis.None
            : line.Left is null ? Emphasis.Expected
            : Emphasis.Actual;
        if (layout.Width is < LeastForTwoColumns or > MostForTwoColumns)
        {
            var mark =
                line.IsSame ? ' '
                : line.Left is null ? '+'
                : '-';
            return new($"{mark} {line.Left ?? line.Right}".TrimEnd(), emphasis);
        }
        var column = (layout.Width - 3) / 2;
        var left = TextWidth.Pad(TextWidth.Cut(line.Left ?? "", column), column);
        return new(
            $"{left} {(layout.Unicode ? '│' : '|')} {TextWidth.Cut(line.Right ?? "", column)}".TrimEnd(),
            emphasis
        );
    }
}
