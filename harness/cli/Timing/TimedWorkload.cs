using Katas.Harness.Timing;

namespace Katas.Harness.Cli.Timing;

/// <summary>One workload's results.</summary>
/// <param name="Title">The work in a few words.</param>
/// <param name="Rounds">How many rounds are complete.</param>
/// <param name="Variants">The figures, the baseline first.</param>
internal sealed record TimedWorkload(string Title, int Rounds, IReadOnlyList<Figures> Variants)
{
    public static TimedWorkload Of(Measurements measured) =>
        new(measured.Title, measured.Rounds, ComparisonReport.Of(measured));
}
