namespace Katas.Harness.Workbook.Failures;

/// <summary>
/// Draws a schedule in the room there is: the newest rows, and of each the source text first to go. Where the steps would have to be cut, the
/// threads stand below each other instead of side by side.
/// </summary>
internal static class ScheduleDrawing
{
    private const int Gap = 2;
    private const int LeastCell = 8;
    private const string Narrow =
        "(Too narrow for the threads side by side; shared values are left out.)";

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
        var hasPlaces = rows.Exists(row => row.Count > lanes.Header.Count);
        List<IReadOnlyList<string>> table =
        [
            hasPlaces ? [.. lanes.Header, ""] : lanes.Header,
            .. rows,
        ];
        var widths = Widths(table, hasPlaces, width, mark);
        if (widths is null)
        {
            foreach (var line in TextWidth.Wrap(Narrow, width))
                yield return line;
            table = OneBelowTheOther(lanes.Header, rows);
            widths = Widths(table, hasPlaces: true, width, mark) ?? Natural(table);
        }

        yield return Row(table[0]);
        if (before > 0)
            yield return $"{mark} {before} steps before";
        foreach (var row in table.Skip(1))
            yield return Row(row);

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

    /// <summary>Who takes a step, the step, and its place in the source: what a row says without the shared values, which the steps name as well.</summary>
    private static List<IReadOnlyList<string>> OneBelowTheOther(
        IReadOnlyList<string> header,
        List<IReadOnlyList<string>> rows
    )
    {
        // In each row one thread takes a step, and a shared value stands beside it.
        var threads = Enumerable
            .Range(1, header.Count)
            .Last(count => rows.TrueForAll(row => row.Take(count).Count(IsFilled) <= 1));
        return
        [
            ["who", "step", ""],
            .. rows.Select(row =>
            {
                var thread = row.Take(threads).ToList().FindIndex(IsFilled);
                return (IReadOnlyList<string>)
                    [
                        thread < 0 ? "" : header[thread],
                        thread < 0 ? "" : row[thread],
                        row.Count > header.Count ? row[^1] : "",
                    ];
            }),
        ];
    }

    private static bool IsFilled(string cell) => cell.Length > 0;

    /// <summary>The place gives way down to its file and line, then a name that is wider than what stands below it.</summary>
    /// <returns>The columns' widths, or <see langword="null"/> where a step would have to be cut.</returns>
    private static int[]? Widths(
        List<IReadOnlyList<string>> table,
        bool hasPlaces,
        int width,
        string mark
    )
    {
        var rows = table.Skip(1).ToList();
        var widths = Natural(table);
        var excess = Math.Max(0, Needed(table) - width);
        if (hasPlaces)
        {
            var least = rows.Select(row => LeastPlace(row[^1], mark)).DefaultIfEmpty(0).Max();
            var given = Math.Min(excess, Math.Max(0, widths[^1] - least));
            widths[^1] -= given;
            excess -= given;
        }
        for (; excess > 0 && Widest() is { } widest; excess--)
            widths[widest]--;
        return excess > 0 ? null : widths;

        int? Widest() =>
            Enumerable
                .Range(0, hasPlaces ? widths.Length - 1 : widths.Length)
                .Where(i => widths[i] > Math.Max(LeastCell, Content(i)))
                .OrderByDescending(i => widths[i])
                .Select(i => (int?)i)
                .FirstOrDefault();

        int Content(int column) =>
            rows.Select(row => TextWidth.Of(row[column])).DefaultIfEmpty(0).Max();
    }

    private static int[] Natural(List<IReadOnlyList<string>> table) =>
        [
            .. Enumerable
                .Range(0, table[0].Count)
                .Select(i => table.Max(row => TextWidth.Of(row[i]))),
        ];

    private static int Needed(List<IReadOnlyList<string>> table) =>
        Natural(table).Sum(column => column + Gap) - Gap;

    /// <summary>What <c>Book.cs:12: Count++;</c> takes without its source text: <c>Book.cs:12:…</c>.</summary>
    private static int LeastPlace(string cell, string mark)
    {
        var end = cell.IndexOf(": ", StringComparison.Ordinal);
        return TextWidth.Of(end < 0 ? cell : cell[..(end + 1)] + mark);
    }
}
