using Katas.Harness.Engine;
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
    ) => Compared(seat, slug, Read, layout);

    /// <summary>One kata and its helpers: what is said of the others would spoil them.</summary>
    public static IEnumerable<FailureLine> Lines(
        LearnerSeat seat,
        string slug,
        string kata,
        FailureLayout layout
    ) =>
        Compared(
            seat,
            slug,
            file => File.Exists(file) ? KataSource.Lines(File.ReadAllText(file), kata) : [],
            layout
        );

    private static IEnumerable<FailureLine> Compared(
        LearnerSeat seat,
        string slug,
        Func<string, IReadOnlyList<string>> read,
        FailureLayout layout
    )
    {
        var answers = Path.Combine(seat.Paths.Exercises, slug);
        var solutions = Path.Combine(seat.Paths.Solutions, slug);
        var differ = false;
        foreach (var file in ChapterContent.SourcesOf(solutions))
        {
            var answer = Path.Combine(answers, Path.GetRelativePath(solutions, file));
            var lines = LineDifference.Compare(read(answer), read(file));
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

    private static IReadOnlyList<string> Read(string file) =>
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
            foreach (var line in Line(lines[i], layout))
                yield return line;
        }
    }

    private static IEnumerable<FailureLine> Line(LineDifference line, FailureLayout layout)
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
            return Broken(line.Left ?? line.Right!, layout.Width - 2)
                .Select(part => new FailureLine($"{mark} {part}".TrimEnd(), emphasis));
        }
        var column = (layout.Width - 3) / 2;
        var left = TextWidth.Pad(TextWidth.Cut(line.Left ?? "", column), column);
        return
        [
            new(
                $"{left} {(layout.Unicode ? '│' : '|')} {TextWidth.Cut(line.Right ?? "", column)}".TrimEnd(),
                emphasis
            ),
        ];
    }

    /// <summary>A line of code in as many as it takes; those after the first are indented once more.</summary>
    private static IEnumerable<string> Broken(string code, int width)
    {
        const string Further = "    ";
        return TextWidth.Of(code) <= width
            ? [code]
            : TextWidth
                .Wrap(code, width - Further.Length)
                .Select((part, i) => i == 0 ? part : Further + part);
    }
}
