using System.Globalization;
using System.Text;

namespace Katas.Harness.Grading;

/// <summary>Makes text of a submission's harmless: it may hold anything, and whatever shows it must show characters, not follow them.</summary>
public static class PlainText
{
    /// <summary>Longer texts help nobody.</summary>
    private const int Longest = 20_000;

    /// <summary>More marks on one letter than any language writes.</summary>
    private const int MostMarks = 4;

    private const int FirstPicture = 0x2400;
    private const int DeletePicture = 0x2421;
    private const string Tab = "    ";

    /// <summary>A text whose control characters can be seen; line ends stay.</summary>
    /// <param name="text">Any text.</param>
    public static string Visible(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var result = new StringBuilder(text.Length);
        var marks = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsSurrogatePair(text, i);
            var code = isPair ? char.ConvertToUtf32(text, i) : text[i];
            marks = IsMark(code) ? marks + 1 : 0;
            if (marks > MostMarks || IsHidden(code))
                result.Append(CultureInfo.InvariantCulture, $"<U+{code:X4}>");
            else if (isPair)
                result.Append(text, i, 2);
            else
                result.Append(Visible(text[i]));
            if (isPair)
                i++;
        }
        return result.ToString();
    }

    /// <summary>The same in one line.</summary>
    /// <param name="text">Any text.</param>
    public static string Line(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Visible(text.ReplaceLineEndings(" ").Replace('\n', ' ')).Trim();
    }

    /// <summary>
    /// The same for a console whose reader may be a build server: GitHub follows lines that begin with <c>::</c>, and like Azure what follows
    /// <c>##</c> anywhere in a line.
    /// </summary>
    /// <param name="text">Any text, of one line or more.</param>
    public static string Console(string text) =>
        string.Join('\n', Visible(text).Split('\n').Select(ConsoleLine));

    /// <summary>A text that a submission gave as a test's message: as for a console, and not longer than anybody reads.</summary>
    /// <param name="text">Any text.</param>
    public static string Message(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Shown, a character may be eight.
        return Cut(Console(Cut(text)));
    }

    private static string Cut(string text) =>
        text.Length > Longest ? string.Concat(text.AsSpan(0, Longest), "…") : text;

    /// <summary>What makes a text read other than it is: marks of direction, tags, what has no width or is as empty as a space.</summary>
    private static bool IsHidden(int code) =>
        code
            is 0x034F
                or 0x115F
                or 0x1160
                or 0x17B4
                or 0x17B5
                or 0x2028
                or 0x2029
                or 0x2800
                or 0x3164
                or 0xFFA0
                or (>= 0xE0000 and <= 0xE0FFF)
        || CharUnicodeInfo.GetUnicodeCategory(code)
            is UnicodeCategory.Format
                or UnicodeCategory.PrivateUse;

    /// <summary>Whether it is drawn over the letter before: many of these cover the lines above and below.</summary>
    private static bool IsMark(int code) =>
        CharUnicodeInfo.GetUnicodeCategory(code)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark;

    private static string ConsoleLine(string line)
    {
        var indent = line.Length - line.TrimStart().Length;
        if (line.AsSpan(indent).StartsWith("::"))
            line = line[..indent] + ": :" + line[(indent + 2)..];
        while (line.Contains("##", StringComparison.Ordinal))
            line = line.Replace("##", "# #", StringComparison.Ordinal);
        return line;
    }

    private static string Visible(char c) =>
        c switch
        {
            '\n' => "\n",
            '\t' => Tab,
            < ' ' => $"{(char)(FirstPicture + c)}",
            '\x7F' => $"{(char)DeletePicture}",
            _ when char.IsSurrogate(c) || c >= '\uFFFE' => "\uFFFD",
            _ when char.IsControl(c) => string.Create(
                CultureInfo.InvariantCulture,
                $"<U+{(int)c:X4}>"
            ),
            _ => $"{c}",
        };
}
