using System.Globalization;
using System.Text;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer;

/// <summary>
/// A schedule as text: who takes each step. <c>1-2-2-1</c>; five or more steps of one thread in a row are <c>1x5</c>. <c>2.1</c> is a step of thread 2
/// that takes effect in another way than in sequentially consistent memory.
/// </summary>
internal static class ScheduleText
{
    private const int Fold = 5;
    private const int MostTimes = 1_000_000;
    private const int MostOptions = 1_000_000;

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
                text.Append(text.Length == 0 ? "" : "-").Append(Step(schedule[i]));
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
            var step = pair[0].Split('.');
            var (fiber, option, times) = (0, 0, 1);
            if (
                pair.Length > 2
                || step.Length > 2
                || !TryParse(step[0], 0, Fiber.Limit - 1, out fiber)
                || (step.Length == 2 && !TryParse(step[1], 0, MostOptions, out option))
                || (pair.Length == 2 && !TryParse(pair[1], 1, MostTimes, out times))
            )
                throw Bad(text, part);
            schedule.AddRange(Enumerable.Repeat(fiber | (option << Event.OptionShift), times));
        }
        return schedule;
    }

    private static string Step(int choice)
    {
        var (fiber, option) = (choice & (Fiber.Limit - 1), choice >> Event.OptionShift);
        return option == 0
            ? fiber.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{fiber}.{option}");
    }

    private static bool TryParse(string text, int least, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
        && number >= least
        && number <= most;

    private static FormatException Bad(string text, string part) =>
        new(
            $"'{text}' is no schedule: '{part}' should be the number of a thread, as in 1-2-2-1. Copy the schedule from the last line of a report."
        );
}
