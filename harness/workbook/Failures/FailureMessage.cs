using System.Text;
using System.Text.RegularExpressions;

namespace Katas.Harness.Workbook.Failures;

/// <summary>Takes out of a test's message what concerns the harness and NUnit alone: their exception types, the phase of the test, their frames, the code of the assertion.</summary>
internal static partial class FailureMessage
{
    private const string Inner = "  ----> ";
    private const string ExplorerTypes = "Katas.Harness.Explorer.";

    /// <summary>The lines that are left.</summary>
    public static IReadOnlyList<string> Clean(string message)
    {
        var lines = Lines(message);
        if (SnapshotDifference.Explain(lines) is { } difference)
            return difference;
        // The report of an exploration has already said what was thrown inside.
        if (message.TrimStart().StartsWith(ExplorerTypes, StringComparison.Ordinal))
            lines = [.. lines.TakeWhile(line => !line.StartsWith(Inner, StringComparison.Ordinal))];
        lines =
        [
            .. WithoutFrames(WithoutAssertions(lines)).Where(line => !Counted().IsMatch(line)),
        ];
        return Trim([.. lines.Select(line => Types().Replace(line, ""))]);
    }

    /// <summary>A text in lines that a terminal can show: a test may write anything.</summary>
    public static IReadOnlyList<string> Lines(string text) =>
        Trim([
            .. text.ReplaceLineEndings("\n").Split('\n').Select(line => Visible(line).TrimEnd()),
        ]);

    /// <summary>The schedule that the explorer offers for a debugger; <see langword="null"/> when the message is no report of its.</summary>
    public static string? Replay(string message) =>
        ReplayCall().Match(message) is { Success: true } call
            ? call.Groups["schedule"].Value
            : null;

    private static string Visible(string line)
    {
        const string Tab = "    ";
        line = EscapeSequence().Replace(line, "");
        if (!line.Any(char.IsControl))
            return line;
        var text = new StringBuilder();
        foreach (var c in line)
            text.Append(
                c == '\t' ? Tab
                : char.IsControl(c) ? ""
                : $"{c}"
            );
        return text.ToString();
    }

    /// <summary>NUnit repeats the code of the assertion, over several lines if it has them.</summary>
    private static List<string> WithoutAssertions(IReadOnlyList<string> lines)
    {
        var kept = new List<string>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (!Assertion().IsMatch(lines[i]))
            {
                kept.Add(lines[i]);
                continue;
            }
            for (var open = Open(lines[i]); open > 0 && i + 1 < lines.Count; )
                open += Open(lines[++i]);
        }
        return kept;

        static int Open(string line) => line.Count(c => c == '(') - line.Count(c => c == ')');
    }

    /// <summary>An exception that is shown as a value brings its stack trace; what closes it is kept.</summary>
    private static List<string> WithoutFrames(List<string> lines)
    {
        var kept = new List<string>();
        foreach (var line in lines)
        {
            if (!Frame().IsMatch(line))
                kept.Add(line);
            else if (kept.Count > 0 && line.EndsWith('>'))
                kept[^1] += ">";
        }
        return kept;
    }

    /// <summary>No empty lines at the beginning and at the end.</summary>
    private static IReadOnlyList<string> Trim(IReadOnlyList<string> lines)
    {
        var first = lines.TakeWhile(line => line.Length == 0).Count();
        var last = lines.Reverse().TakeWhile(line => line.Length == 0).Count();
        return [.. lines.Take(lines.Count - last).Skip(first)];
    }

    [GeneratedRegex(
        @"^(OneTimeSetUp|SetUp|TearDown|OneTimeTearDown) ?: |(?<![\w.])(Katas\.Harness|NUnit)(\.[\w+`]+)+ ?: |(?<![\w.])(VerifyTests\.)?VerifyException ?: ",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Types();

    [GeneratedRegex(
        @"^\s*replay: Explorer\.Replay\(""(?<schedule>[0-9x.-]+)""\)\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        1000
    )]
    private static partial Regex ReplayCall();

    // What NUnit counts of texts and lists is plain from the two below it, and their types are no matter.
    [GeneratedRegex(
        @"^\s*(Expected and actual are both <|Expected is <.+>, actual is <|String lengths are both |Expected string length |First non-matching item at index \[)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Counted();

    [GeneratedRegex(@"^\s*(Class)?Assert\.\w+\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Assertion();

    [GeneratedRegex(
        @"^\s+at \S+.*\)( in .+:line [0-9]+)?>?$|^\s*--- End of .+ --->?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Frame();

    [GeneratedRegex(
        @"\x1B(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1B]*(\x07|\x1B\\)?|.)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex EscapeSequence();
}
