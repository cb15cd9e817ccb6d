using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Workbook.Failures;

/// <summary>A failed test in the parts that help a person: what the machinery around it adds is left out.</summary>
/// <param name="Test">The test's name with its arguments, without namespace and class.</param>
/// <param name="Kata">The kata it belongs to, or <see langword="null"/>.</param>
/// <param name="Message">What the test says, up to the schedule: a sentence, then what was expected and what was seen.</param>
/// <param name="Schedule">The explorer's schedule, if the message has one.</param>
/// <param name="Explanation">What the message says after the schedule.</param>
/// <param name="Console">What the test wrote to the console.</param>
/// <param name="Place">The deepest line of the learner's own code on the way to the failure, if there was one.</param>
public sealed record FailedTest(
    string Test,
    string? Kata,
    IReadOnlyList<string> Message,
    ScheduleLanes? Schedule,
    IReadOnlyList<string> Explanation,
    IReadOnlyList<string> Console,
    SourcePlace? Place
)
{
    private const string Indent = "  ";

    /// <summary>The message's first line; without the sentence at its end that only leads over to the next.</summary>
    public string Headline
    {
        get
        {
            var line = Message.FirstOrDefault(line => line.Length > 0)?.Trim() ?? "";
            var end = line.EndsWith(':') ? line.LastIndexOf(". ", StringComparison.Ordinal) : -1;
            return end < 0 ? line : line[..(end + 1)];
        }
    }

    /// <summary>Takes a verdict apart.</summary>
    /// <param name="verdict">The verdict on a test that neither passed nor was skipped.</param>
    /// <param name="sources">The folder of the learner's sources; <see langword="null"/> when there are none.</param>
    public static FailedTest Of(TestVerdict verdict, string? sources = null)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        var message = FailureMessage.Clean(verdict.Message ?? "");
        var (before, schedule, after) = Split(message);
        return new(
            verdict.Test.ShortName,
            verdict.Test.Kata,
            before,
            schedule,
            after,
            FailureMessage.Lines(verdict.Output ?? ""),
            sources is null
                ? null
                : OwnCode.Deepest($"{verdict.StackTrace}\n{verdict.Message}", sources)
        );
    }

    /// <summary>The schedule that the explorer offers for a debugger; <see langword="null"/> when it has not found this failure.</summary>
    /// <param name="verdict">The verdict on a test.</param>
    public static string? ReplayOf(TestVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return FailureMessage.Replay(verdict.Message ?? "");
    }

    /// <summary>The schedule is the first paragraph that is a table.</summary>
    private static (
        IReadOnlyList<string> Before,
        ScheduleLanes? Schedule,
        IReadOnlyList<string> After
    ) Split(IReadOnlyList<string> lines)
    {
        for (var start = 1; start < lines.Count; start++)
        {
            if (lines[start - 1].Length > 0)
                continue;
            var block = lines.Skip(start).TakeWhile(line => line.Length > 0).ToList();
            if (ScheduleLanes.Parse(block) is { } schedule)
            {
                var after = lines.Skip(start + block.Count).SkipWhile(line => line.Length == 0);
                return (Outdent(lines.Take(start - 1)), schedule, Outdent(after));
            }
        }
        return (Outdent(lines), null, []);
    }

    /// <summary>NUnit indents what it says by two, the explorer too.</summary>
    private static IReadOnlyList<string> Outdent(IEnumerable<string> lines) =>
        [
            .. lines.Select(line =>
                line.StartsWith(Indent, StringComparison.Ordinal) ? line[Indent.Length..] : line
            ),
        ];
}
