using System.Globalization;
using System.Text;

namespace Katas.Harness.Pictures;

/// <summary>Draws who is busy when, as text: one line a lane, a dot where nobody is.</summary>
/// <example>
/// <code>
///           0              5
/// chef 1    P1----...............S1-
/// burner 1  B1-------C1----------...
/// </code>
/// </example>
public static class LaneChart
{
    private const int TickEvery = 5;

    /// <summary>Draws lanes from time 0 to the end of the last bar.</summary>
    /// <param name="lanes">The lanes, from the top, with or without bars.</param>
    /// <param name="bars">What fills them. Where two bars of a lane overlap, the characters that both want are drawn as <c>#</c>.</param>
    /// <param name="unitWidth">How many characters a unit of time takes; at least 1.</param>
    /// <returns>A ruler and the lanes, joined by line feeds, without one at the end.</returns>
    /// <exception cref="ArgumentException">A bar is in no lane of <paramref name="lanes"/>, starts before 0, or is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unitWidth"/> is less than 1.</exception>
    public static string Draw(
        IReadOnlyList<string> lanes,
        IEnumerable<LaneBar> bars,
        int unitWidth = 3
    )
    {
        ArgumentNullException.ThrowIfNull(lanes);
        ArgumentNullException.ThrowIfNull(bars);
        ArgumentOutOfRangeException.ThrowIfLessThan(unitWidth, 1);

        var all = bars.ToList();
        var end = all.Count == 0 ? 0 : all.Max(bar => bar.End);
        var rows = lanes.ToDictionary(lane => lane, _ => NewRow(end * unitWidth));
        foreach (var bar in all)
        {
            if (bar.Start < 0 || bar.End <= bar.Start || !rows.TryGetValue(bar.Lane, out var row))
                throw new ArgumentException($"{bar} has no place in the picture.", nameof(bars));
            Fill(row, bar, unitWidth);
        }

        var margin = lanes.Select(lane => lane.Length).DefaultIfEmpty(0).Max() + 2;
        var lines = lanes.Select(lane => lane.PadRight(margin) + new string(rows[lane]));
        return string.Join('\n', lines.Prepend(Ruler(end, unitWidth, margin)));
    }

    private static char[] NewRow(int width)
    {
        var row = new char[width];
        Array.Fill(row, '.');
        return row;
    }

    private static void Fill(char[] row, LaneBar bar, int unitWidth)
    {
        var width = (bar.End - bar.Start) * unitWidth;
        var text = bar.Label.Length > width ? bar.Label[..width] : bar.Label.PadRight(width, '-');
        for (var i = 0; i < width; i++)
        {
            ref var place = ref row[bar.Start * unitWidth + i];
            place = place == '.' ? text[i] : '#';
        }
    }

    private static string Ruler(int end, int unitWidth, int margin)
    {
        var ruler = new StringBuilder(new string(' ', margin));
        for (var time = 0; time <= end; time += TickEvery)
        {
            var column = margin + time * unitWidth;
            if (column >= ruler.Length || time == 0)
                ruler
                    .Append(' ', column - ruler.Length)
                    .Append(CultureInfo.InvariantCulture, $"{time}");
        }
        return ruler.ToString();
    }
}
