using System.Buffers;

namespace Katas.Harness.Grading.Formats;

/// <summary>A line of CSV (RFC 4180) that no spreadsheet takes for formulas.</summary>
internal static class CsvLine
{
    /// <summary>What makes a formula of a cell, also in the width of East Asian letters.</summary>
    private const string Formula = "=+-@|\t\r＝＋－＠";

    private static readonly SearchValues<char> s_quoted = SearchValues.Create(",;\"'");

    public static string Of(params IEnumerable<string> cells) =>
        string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string text)
    {
        text = PlainText.Line(text);
        if (text.Length > 0 && Formula.Contains(text[0], StringComparison.Ordinal))
            text = "'" + text;
        return text.AsSpan().IndexOfAny(s_quoted) < 0
            ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
