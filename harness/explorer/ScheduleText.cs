using System.Globalization;
using System.Text;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer;

/// <summary>A schedule as text: who takes each step. <c>1-2-2-1</c>; five or more steps of one thread in a row are <c>1x5</c>.</summary>
internal static class ScheduleText
{
    private const int Fold = 5;

    public static string Of(IReadOnlyList<int> schedule)
    {
        var text = new StringBuilder();
        for (var i = 0; i < schedule.Count; )
        {
            var end = i;
            while (end < schedule.Count && schedule[end] == schedule[i])
                end++;
            var times = end - i;
            for (var n = 0; n < (times < Fold ? times : 1); n++)
                text.Append(text.Length == 0 ? "" : "-")
                    .Append(CultureInfo.InvariantCulture, $"{schedule[i]}");
            if (times >= Fold)
                text.Append(CultureInfo.InvariantCulture, $"x{times}");
            i = end;
        }
        return text.ToString();
    }

    /// <exception cref="FormatException">It is no schedule.</exception>
    public static IReadOnlyList<int> Parse(string text)
    {
        var schedule = new List<int>();
        foreach (var part in text.Split('-', StringSplitOptions.TrimEntries))
        {
            var pair = part.Split('x');
            if (
                pair.Length > 2
                || !int.TryParse(
                    pair[0],
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var fiber
                )
                || fiber >= Fiber.Limit
            )
            {
                throw Bad(text, part);
            }
            var times = 1;
            if (
                pair.Length == 2
                && (
                    !int.TryParse(
                        pair[1],
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out times
                    ) || times is < 1 or > 1_000_000
                )
            )
            {
                throw Bad(text, part);
            }
            schedule.AddRange(Enumerable.Repeat(fiber, times));
        }
        return schedule;
    }

    private static FormatException Bad(string text, string part) =>
        new(
            $"'{text}' is no schedule: '{part}' should be the number of a thread, as in 1-2-2-1. Copy the schedule from the last line of a report."
        );
}
