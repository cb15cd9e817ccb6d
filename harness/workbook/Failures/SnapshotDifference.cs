using System.Globalization;

namespace Katas.Harness.Workbook.Failures;

/// <summary>
/// What Verify says of a text that is not the approved one, in a few lines: the first paragraph that differs, as approved and as it came. Verify
/// itself writes both texts down in full, below a folder and the names of their files.
/// </summary>
internal static class SnapshotDifference
{
    private const string Received = "Received: ";
    private const string Verified = "Verified: ";
    private const int MostLines = 12;

    /// <summary>The lines, or <see langword="null"/> when the message is none of Verify's about two texts.</summary>
    /// <param name="message">All lines of the message.</param>
    public static IReadOnlyList<string>? Explain(IReadOnlyList<string> message)
    {
        var content = message.ToList().IndexOf("FileContent:");
        if (content < 0 || !message.Skip(content).Contains("NotEqual:"))
            return null;
        var from = IndexOf(message, Received, content);
        var middle = IndexOf(message, Verified, from);
        if (from < 0 || middle < 0)
            return null;
        return Explain(
            message[middle][Verified.Length..],
            [.. message.Skip(middle + 1)],
            [.. message.Take(middle).Skip(from + 1)]
        );
    }

    private static List<string> Explain(
        string file,
        IReadOnlyList<string> approved,
        IReadOnlyList<string> received
    )
    {
        var equal = approved.Zip(received).TakeWhile(pair => pair.First == pair.Second).Count();
        var start = equal;
        while (start > 0 && approved[start - 1].Length > 0)
            start--;
        var title = approved.Take(start).LastOrDefault(line => line.Length > 0);
        var below = title is null ? "" : $", below \"{title}\"";
        return
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"The text is not the approved one, {file}: it differs from line {equal + 1} on{below}."
            ),
            "Expected:",
            .. Paragraph(approved, start, equal),
            "But was:",
            .. Paragraph(received, start, equal),
        ];
    }

    /// <summary>The paragraph in which the difference is, as far as there is room.</summary>
    private static List<string> Paragraph(IReadOnlyList<string> text, int start, int equal)
    {
        var lines = text.Skip(start)
            .TakeWhile((line, i) => line.Length > 0 || start + i <= equal)
            .ToList();
        // A long paragraph begins two lines before the difference.
        if (lines.Count > MostLines)
            lines = [.. lines.Skip(Math.Max(0, equal - start - 2))];
        return lines.Count > MostLines ? [.. lines.Take(MostLines), "…"] : lines;
    }

    private static int IndexOf(IReadOnlyList<string> lines, string prefix, int from)
    {
        for (var i = Math.Max(0, from); i < lines.Count; i++)
        {
            if (lines[i].StartsWith(prefix, StringComparison.Ordinal))
                return i;
        }
        return -1;
    }
}
