using System.Globalization;
using System.Text;

namespace Katas.Harness.Workbook.Failures;

/// <summary>How many columns of a terminal a text takes: East Asian wide characters and emoji take two, combining marks none.</summary>
public static class TextWidth
{
    /// <summary>The wide and full-width ranges of Unicode's EastAsianWidth.txt, joined where only unassigned characters lie between.</summary>
    private static readonly (int First, int Last)[] s_wide =
    [
        (0x1100, 0x115F),
        (0x231A, 0x231B),
        (0x2329, 0x232A),
        (0x23E9, 0x23EC),
        (0x23F0, 0x23F0),
        (0x23F3, 0x23F3),
        (0x25FD, 0x25FE),
        (0x2614, 0x2615),
        (0x2648, 0x2653),
        (0x267F, 0x267F),
        (0x2693, 0x2693),
        (0x26A1, 0x26A1),
        (0x26AA, 0x26AB),
        (0x26BD, 0x26BE),
        (0x26C4, 0x26C5),
        (0x26CE, 0x26CE),
        (0x26D4, 0x26D4),
        (0x26EA, 0x26EA),
        (0x26F2, 0x26F3),
        (0x26F5, 0x26F5),
        (0x26FA, 0x26FA),
        (0x26FD, 0x26FD),
        (0x2705, 0x2705),
        (0x270A, 0x270B),
        (0x2728, 0x2728),
        (0x274C, 0x274C),
        (0x274E, 0x274E),
        (0x2753, 0x2755),
        (0x2757, 0x2757),
        (0x2795, 0x2797),
        (0x27B0, 0x27B0),
        (0x27BF, 0x27BF),
        (0x2B1B, 0x2B1C),
        (0x2B50, 0x2B50),
        (0x2B55, 0x2B55),
        (0x2E80, 0x303E),
        (0x3041, 0xA4CF),
        (0xA960, 0xA97F),
        (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF),
        (0xFE10, 0xFE19),
        (0xFE30, 0xFE6F),
        (0xFF00, 0xFF60),
        (0xFFE0, 0xFFE6),
        (0x16FE0, 0x18DFF),
        (0x1AFF0, 0x1B2FF),
        (0x1F004, 0x1F004),
        (0x1F0CF, 0x1F0CF),
        (0x1F18E, 0x1F18E),
        (0x1F191, 0x1F19A),
        (0x1F200, 0x1F320),
        (0x1F32D, 0x1F335),
        (0x1F337, 0x1F37C),
        (0x1F37E, 0x1F393),
        (0x1F3A0, 0x1F3CA),
        (0x1F3CF, 0x1F3D3),
        (0x1F3E0, 0x1F3F0),
        (0x1F3F4, 0x1F3F4),
        (0x1F3F8, 0x1F43E),
        (0x1F440, 0x1F440),
        (0x1F442, 0x1F4FC),
        (0x1F4FF, 0x1F53D),
        (0x1F54B, 0x1F54E),
        (0x1F550, 0x1F567),
        (0x1F57A, 0x1F57A),
        (0x1F595, 0x1F596),
        (0x1F5A4, 0x1F5A4),
        (0x1F5FB, 0x1F64F),
        (0x1F680, 0x1F6C5),
        (0x1F6CC, 0x1F6CC),
        (0x1F6D0, 0x1F6D2),
        (0x1F6D5, 0x1F6DF),
        (0x1F6EB, 0x1F6EC),
        (0x1F6F4, 0x1F6FC),
        (0x1F7E0, 0x1F7F0),
        (0x1F90C, 0x1F93A),
        (0x1F93C, 0x1F945),
        (0x1F947, 0x1F9FF),
        (0x1FA70, 0x1FAFF),
        (0x20000, 0x3FFFD),
    ];

    /// <summary>The columns that a text takes.</summary>
    /// <param name="text">A text without line ends.</param>
    public static int Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += Of(rune);
        return width;
    }

    /// <summary>The text with blanks after it until it takes so many columns.</summary>
    /// <param name="text">A text without line ends.</param>
    /// <param name="width">The columns; a longer text stays as it is.</param>
    public static string Pad(string text, int width) =>
        text + new string(' ', Math.Max(0, width - Of(text)));

    /// <summary>The beginning of a text, with a mark at its end where something is left out.</summary>
    /// <param name="text">A text without line ends.</param>
    /// <param name="width">The most columns it may take.</param>
    /// <param name="mark">The mark.</param>
    public static string Cut(string text, int width, string mark = "…")
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Of(text) <= width)
            return text;
        var room = Math.Max(0, width - Of(mark));
        var cut = new StringBuilder();
        var used = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            used += Of(rune);
            if (used > room)
                break;
            cut.Append(rune);
        }
        return cut.ToString().TrimEnd() + mark;
    }

    /// <summary>The text in lines that break between words. A word that is longer than a line stays whole: a path that is cut cannot be followed.</summary>
    /// <param name="text">A text without line ends.</param>
    /// <param name="width">The most columns a line may take.</param>
    /// <returns>At least one line.</returns>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Of(text) <= width)
            return [text];
        var indent = text[..(text.Length - text.TrimStart().Length)];
        var lines = new List<string>();
        var line = indent;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > indent.Length && Of(line) + 1 + Of(word) > width)
            {
                lines.Add(line);
                line = indent;
            }
            line += line.Length > indent.Length ? $" {word}" : word;
        }
        return [.. lines, line];
    }

    /// <summary>Items beside each other, two blanks between them, in as many lines as they take. No line breaks inside an item.</summary>
    /// <param name="items">The items.</param>
    /// <param name="width">The most columns a line may take; an item that is longer stays whole.</param>
    /// <returns>At least one line.</returns>
    public static IReadOnlyList<string> WrapItems(IEnumerable<string> items, int width)
    {
        const string Between = "  ";
        ArgumentNullException.ThrowIfNull(items);
        var lines = new List<string>();
        var line = "";
        foreach (var item in items)
        {
            if (line.Length > 0 && Of(line) + Between.Length + Of(item) > width)
            {
                lines.Add(line);
                line = "";
            }
            line += line.Length > 0 ? Between + item : item;
        }
        return [.. lines, line];
    }

    private static int Of(Rune rune)
    {
        if (rune.Value is >= 0x20 and < 0x7F)
            return 1;
        if (
            Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format
                or UnicodeCategory.Control
        )
            return 0;
        // The vowels and finals of decomposed Korean join the consonant before them.
        if (rune.Value is >= 0x1160 and <= 0x11FF)
            return 0;
        return Array.Exists(s_wide, range => rune.Value >= range.First && rune.Value <= range.Last)
            ? 2
            : 1;
    }
}
