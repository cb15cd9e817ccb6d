using System.Globalization;
using System.Text;

namespace Katas.Harness.Grading.Judging;

/// <summary>Makes text that comes from a submission safe to show: it can steer neither a terminal nor a platform that reads logs.</summary>
internal static class PlainText
{
    /// <summary>Longer texts help nobody.</summary>
    private const int Longest = 20_000;

    /// <summary>What platforms that run jobs take for a command to them, at the beginning of a line.</summary>
    private static readonly string[] Commands = ["::", "##"];

    /// <summary>The text with control characters written out, no line that is a command, and not too long.</summary>
    public static string Of(string text)
    {
        var cut = text.Length > Longest ? string.Concat(text.AsSpan(0, Longest), "…") : text;
        var lines = cut.ReplaceLineEndings("\n").Split('\n').Select(Visible).Select(NoCommand);
        return string.Join('\n', lines);
    }

    private static string Visible(string line)
    {
        var visible = new StringBuilder(line.Length);
        foreach (var rune in line.EnumerateRunes())
        {
            if (rune.Value == '\t' || !IsInvisible(rune))
                visible.Append(rune);
            else
                visible.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}");
        }
        return visible.ToString();
    }

    /// <summary>Control characters, and those that reverse or hide text; half a surrogate pair is replaced by the enumeration.</summary>
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned;

    private static string NoCommand(string line) =>
        Commands.Any(command => line.TrimStart().StartsWith(command, StringComparison.Ordinal))
            ? "\u00B7 " + line
            : line;
}
