using System.Text.RegularExpressions;
using Katas.Harness.Workbook.Failures;
using Katas.Harness.Workbook.Verdicts;
using static System.FormattableString;

namespace Katas.Harness.Engine.Verifier;

/// <summary>
/// What a test says to a wrong answer is read by a learner: a sentence of the test's own, which says what was expected or seen and where to
/// look, and not more than fits on a few lines. A schedule does not count, be it of threads or of chefs, and neither does the difference to a snapshot.
/// </summary>
internal static partial class MessageRule
{
    private const int MostLines = 5;

    /// <summary>Five lines of a wide terminal.</summary>
    private const int MostCharacters = 800;

    public static IEnumerable<string> Check(TestVerdict failure)
    {
        var lines = FailedTest
            .Of(failure)
            .Message.Where(line => !ScheduleRow().IsMatch(line))
            .ToList();
        var text = string.Join('\n', lines);
        var isSnapshot = Snapshot().IsMatch(failure.Message ?? "");
        if (lines.Count > MostLines && !isSnapshot)
            yield return Complaint(
                Invariant($"says {lines.Count} lines, and {MostLines} are the most")
            );
        if (text.Length > MostCharacters && !isSnapshot)
            yield return Complaint(
                Invariant($"says {text.Length} characters, and {MostCharacters} are the most")
            );
        // NUnit begins so when the test has no sentence of its own.
        if (lines.Count == 0 || Bare().IsMatch(lines[0]))
            yield return Complaint("has no sentence of its own");
        // Frames help nobody who reads the message, and an editor shows it as it is.
        if (failure.Message is { } whole && Frame().Match(whole) is { Success: true } frame)
            yield return Complaint($"shows a stack, from '{frame.Value.Trim()}' on");

        string Complaint(string what) =>
            $"The message of {failure.Test.Method} {what}: {Short(text)}";
    }

    private static string Short(string text) =>
        text.Length <= MostCharacters ? text : text[..MostCharacters] + "…";

    [GeneratedRegex(
        @"^\s*((schedule [\d,]+|the replayed schedule) fails: )?(Expected: |But was: |[\w.+`]+Exception\b ?:|Multiple failures)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Bare();

    // Who, and what they do at each moment; or the moments.
    [GeneratedRegex(
        @"^\s*(\w+ [0-9]+ +\S*[-.#]{3}.*|[0-9 ]+)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ScheduleRow();

    [GeneratedRegex(@"^([\w.]+\.)?VerifyException ?:", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Snapshot();

    [GeneratedRegex(
        @"^\s+at \S+\(.*$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        1000
    )]
    private static partial Regex Frame();
}
