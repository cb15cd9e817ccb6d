namespace Katas.Harness.Workbook.Failures;

/// <summary>The schedule in a report of the explorer: a lane a thread, then the shared values, then the place in the source.</summary>
/// <param name="Header">The names of the columns but the last.</param>
/// <param name="Rows">The steps, oldest first: a cell a column.</param>
/// <param name="StepsBefore">How many older steps the report left out.</param>
public sealed record ScheduleLanes(
    IReadOnlyList<string> Header,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    int StepsBefore
)
{
    private const string Margin = "  ";
    private const string Gap = "   ";
    private const string LeftOut = "...";

    /// <summary>Reads the table that <c>ScheduleTable</c> of harness/explorer writes.</summary>
    /// <param name="lines">Its lines.</param>
    /// <returns>The lanes, or <see langword="null"/> when the lines are no such table.</returns>
    public static ScheduleLanes? Parse(IReadOnlyList<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (
            lines.Count < 2
            || !lines.All(line => line.StartsWith(Margin, StringComparison.Ordinal))
            || !lines.Any(line => line.TrimStart().Contains(Gap, StringComparison.Ordinal))
        )
        {
            return null;
        }
        var header = lines[0].Trim().Split(Gap, StringSplitOptions.RemoveEmptyEntries);
        var isCut = lines[1].StartsWith(Margin + LeftOut, StringComparison.Ordinal);
        var rows = lines.Skip(isCut ? 2 : 1).ToList();
        var starts = Starts(lines[0], rows);
        return new(
            [.. header.Select(name => name.Trim())],
            [.. rows.Select(row => Cells(row, starts))],
            isCut ? Number(lines[1]) : 0
        );
    }

    /// <summary>Where each column begins: those with a name below it, the last where every row has a gap before it.</summary>
    private static List<int> Starts(string header, List<string> rows)
    {
        var starts = new List<int>();
        for (var i = Margin.Length; i < header.Length; i++)
        {
            if (header[i] != ' ' && (starts.Count == 0 || IsGap(header, i)))
                starts.Add(i);
        }
        var longest = rows.Count == 0 ? 0 : rows.Max(row => row.Length);
        for (var i = header.Length + Gap.Length; i < longest; i++)
        {
            if (rows.TrueForAll(row => IsGap(row, i)) && rows.Exists(row => IsText(row, i)))
            {
                starts.Add(i);
                break;
            }
        }
        return starts;
    }

    private static bool IsText(string line, int index) => index < line.Length && line[index] != ' ';

    private static bool IsGap(string line, int end)
    {
        for (var i = end - Gap.Length; i < end; i++)
        {
            if (IsText(line, i))
                return false;
        }
        return true;
    }

    private static List<string> Cells(string row, List<int> starts) =>
        [
            .. starts.Select(
                (start, i) =>
                {
                    var end =
                        i + 1 < starts.Count ? Math.Min(starts[i + 1], row.Length) : row.Length;
                    // Steps stand to the right of the call that they are part of.
                    return start < end ? row[start..end].TrimEnd() : "";
                }
            ),
        ];

    private static int Number(string line) =>
        int.TryParse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], out var number)
            ? number
            : 0;
}
