namespace Katas.Harness.Timing;

/// <summary>What was measured of one workload, before anything is made of it. JSON carries it from the process that measures to the one that reports.</summary>
/// <param name="Title">The work in a few words.</param>
/// <param name="Cores">How many processors this process may use.</param>
/// <param name="Costs">What each job costs alone, in seconds; none when the work can be divided at will.</param>
/// <param name="Baseline">The work done by one worker.</param>
/// <param name="Others">The other ways, each with as many runs as the baseline or, when it was given up, fewer.</param>
public sealed record Measurements(
    string Title,
    int Cores,
    IReadOnlyList<double> Costs,
    Series Baseline,
    IReadOnlyList<Series> Others
)
{
    /// <summary>How many rounds are complete.</summary>
    public int Rounds => Baseline.Runs.Count;
}
