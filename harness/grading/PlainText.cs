using System.Globalization;
using System.Text;

namespace Katas.Harness.Grading;

/// <summary>Makes text of a submission's harmless: it may hold anything, and whatever shows it must show characters, not follow them.</summary>
public static class PlainText
{
    /// <summary>Longer texts help nobody.</summary>
    private const int Longest = 20_000;

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
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
                result.Append(text, i++, 2);
            else
                result.Append(Visible(text[i]));
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
        return Console(text.Length > Longest ? string.Concat(text.AsSpan(0, Longest), "…") : text);
    }

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
            // Marks of direction make a text read other than it is.
            _ when char.IsControl(c)
                    || c
                        is (>= '\u202A' and <= '\u202E')
                            or (>= '\u2066' and <= '\u2069')
                            or '\u2028'
                            or '\u2029'
                            or '\uFEFF' => string.Create(
                CultureInfo.InvariantCulture,
                $"<U+{(int)c:X4}>"
            ),
            _ => $"{c}",
        };
}
