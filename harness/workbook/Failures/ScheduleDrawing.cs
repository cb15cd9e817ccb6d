namespace Katas.Harness.Workbook.Failures;

/// <summary>Draws a schedule in the room there is: the newest rows, and of each the source text first to go.</summary>
internal static class ScheduleDrawing
{
    private const int Gap = 2;
    private const int LeastCell = 8;

    /// <summary>The lines, without a margin.</summary>
    public static IEnumerable<string> Lines(
        ScheduleLanes lanes,
        int width,
        int mostRows,
        string mark
    )
    {
        var rows = Newest(lanes.Rows, mostRows);
        var before = lanes.StepsBefore + lanes.Rows.Count - rows.Count;
        var widths = Widths(lanes, rows, width, mark);

        yield return Row(lanes.Header);
        if (before > 0)
            yield return $"{mark} {before} steps before";
        foreach (var row in rows)
            yield return Row(row);

        // With more threads than there is room for, the last of them are cut off.
        string Row(IReadOnlyList<string> cells) =>
            TextWidth.Cut(
                string.Join(
                        new string(' ', Gap),
                        cells.Select(
                            (cell, i) =>
                                TextWidth.Pad(TextWidth.Cut(cell, widths[i], mark), widths[i])
                        )
                    )
                    .TrimEnd(),
                width,
                mark
            );
    }

    /// <summary>The newest rows, and before them the calls that their steps are part of, which stand further to the left.</summary>
    private static List<IReadOnlyList<string>> Newest(
        IReadOnlyList<IReadOnlyList<string>> rows,
        int most
    )
    {
        for (var first = Math.Max(0, rows.Count - most); ; first++)
        {
            var shown = new SortedSet<int>(Enumerable.Range(first, rows.Count - first));
            foreach (var call in CallsAround(rows, first))
                shown.Add(call);
            if (shown.Count <= most || first == rows.Count)
                return [.. shown.Select(i => rows[i])];
        }
    }

    private static IEnumerable<int> CallsAround(
        IReadOnlyList<IReadOnlyList<string>> rows,
        int first
    )
    {
        var columns = rows.Select(row => row.Count).DefaultIfEmpty(0).Max();
        for (var column = 0; column < columns; column++)
        {
            var depth = rows.Skip(first)
                .Where(row => column < row.Count && row[column].Length > 0)
                .Select(row => Depth(row[column]))
                .FirstOrDefault();
            for (var i = first - 1; i >= 0 && depth > 0; i--)
            {
                if (
                    column >= rows[i].Count
                    || rows[i][column].Length == 0
                    || Depth(rows[i][column]) >= depth
                )
                    continue;
                depth = Depth(rows[i][column]);
                yield return i;
            }
        }
    }

    private static int Depth(string cell) => cell.Length - cell.TrimStart().Length;

    /// <summary>The place keeps its file and line; when even that is too much, the widest column gives way.</summary>
    private static int[] Widths(
        ScheduleLanes lanes,
        List<IReadOnlyList<string>> rows,
        int width,
        string mark
    )
    {
        var columns = rows.Count == 0 ? lanes.Header.Count : rows.Max(row => row.Count);
        var widths = new int[columns];
        foreach (var row in rows.Prepend(lanes.Header))
        {
            for (var i = 0; i < row.Count; i++)
                widths[i] = Math.Max(widths[i], TextWidth.Of(row[i]));
        }
        var excess = widths.Sum(column => (long)column + Gap) - Gap - width;
        if (columns > lanes.Header.Count && excess > 0)
        {
            var least = rows.Max(row => LeastPlace(row[^1], mark));
            var given = (int)Math.Min(excess, Math.Max(0, widths[^1] - least));
            widths[^1] -= given;
            excess -= given;
        }
        // A name that is wider than what stands below it is cut before any step is.
        foreach (var header in new[] { true, false })
        {
            for (; excess > 0 && Widest(header) is { } widest; excess--)
                widths[widest]--;
        }
        return widths;

        int? Widest(bool header) =>
            Enumerable
                .Range(0, Math.Min(columns, lanes.Header.Count))
                .Where(i => widths[i] > Math.Max(LeastCell, header ? Content(i) : 0))
                .OrderByDescending(i => widths[i])
                .Select(i => (int?)i)
                .FirstOrDefault();

        int Content(int column) =>
            rows.Select(row => TextWidth.Of(row[column])).DefaultIfEmpty(0).Max();
    }

    /// <summary>What <c>Book.cs:12: Count++;</c> takes without its source text: <c>Book.cs:12:…</c>.</summary>
    private static int LeastPlace(string cell, string mark)
    {
        var end = cell.IndexOf(": ", StringComparison.Ordinal);
        return TextWidth.Of(end < 0 ? cell : cell[..(end + 1)] + mark);
    }
}
