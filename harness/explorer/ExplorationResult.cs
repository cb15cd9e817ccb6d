using System.Globalization;

namespace Katas.Harness.Explorer;

/// <summary>What an exploration without a failure has shown.</summary>
/// <param name="Schedules">How many schedules were run.</param>
/// <param name="IsExhaustive">Whether they stand for all interleavings.</param>
/// <param name="Preemptions">When they do not: all interleavings with at most so many preemptions were among them; <see langword="null"/> when not even those with none.</param>
/// <param name="Remark">What else was run or left out, or nothing.</param>
/// <param name="Notes">Data races: places that touch the same thing at the same time with no lock in common.</param>
public sealed record ExplorationResult(
    int Schedules,
    bool IsExhaustive,
    int? Preemptions,
    string Remark,
    IReadOnlyList<string> Notes
)
{
    /// <summary>Whether only what the remark excepts is missing.</summary>
    internal bool HasAllButExceptions { get; init; }

    /// <summary>The closing line: <c>explored 6 schedules: all interleavings</c>.</summary>
    public override string ToString()
    {
        var count = Schedules.ToString("N0", CultureInfo.InvariantCulture);
        var reach =
            IsExhaustive || HasAllButExceptions ? "all interleavings"
            : Preemptions is { } most
                ? $"all with at most {most} {(most == 1 ? "preemption" : "preemptions")}"
            : "not all, not even those without a preemption";
        return $"explored {count} {(Schedules == 1 ? "schedule" : "schedules")}: {reach}{Remark}";
    }
}
