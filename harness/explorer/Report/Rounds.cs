using System.Globalization;
using Katas.Harness.Explorer.Sites;

namespace Katas.Harness.Explorer.Report;

/// <summary>Rounds of a loop that read the same: the first is shown, and then how many follow.</summary>
internal static class Rounds
{
    private const int LongestRound = 12;
    private const int FewestRounds = 3;
    private const int FewestLeftOut = 5;

    /// <summary>The steps, with one in the place of the rounds that repeat those before it.</summary>
    public static IReadOnlyList<ScheduleStep> Fold(IReadOnlyList<ScheduleStep> steps)
    {
        var lines = steps.Select(Line).ToList();
        var folded = new List<ScheduleStep>();
        for (var i = 0; i < steps.Count; )
        {
            var (length, rounds) = RoundsAt(lines, i);
            folded.AddRange(steps.Skip(i).Take(length));
            i += length * rounds;
            if (rounds > 1)
                folded.Add(Again(steps[i - 1], rounds - 1));
        }
        return folded;
    }

    /// <summary>The length of the shortest round that covers most steps from an index on, and how often it comes; (1, 1) where none repeats itself.</summary>
    private static (int Length, int Rounds) RoundsAt(List<string> lines, int start)
    {
        var (best, most) = (1, 1);
        for (var length = 1; length <= LongestRound; length++)
        {
            var end = start + length;
            while (end < lines.Count && lines[end] == lines[end - length])
                end++;
            var rounds = (end - start) / length;
            if (
                rounds >= FewestRounds
                && length * (rounds - 1) >= FewestLeftOut
                && length * rounds > best * most
            )
                (best, most) = (length, rounds);
        }
        return (best, most);
    }

    private static ScheduleStep Again(ScheduleStep last, int rounds) =>
        last with
        {
            Text = string.Create(CultureInfo.InvariantCulture, $"(the same {rounds} more times)"),
            Row = last.Row with { IsCall = false },
            Number = "",
            Site = Site.Unknown,
        };

    private static string Line(ScheduleStep step) =>
        string.Join(
            '\t',
            [
                step.Row.Fiber.Id.ToString(CultureInfo.InvariantCulture),
                step.IndentedText,
                step.Place,
                .. step.Values,
            ]
        );
}
