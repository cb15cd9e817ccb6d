namespace Katas.Harness.Explorer.Scheduling;

/// <summary>How far one schedule may go.</summary>
/// <param name="Steps">After so many steps a schedule is no longer explored, only run fairly; those of the test alone do not count.</param>
internal sealed record ExecutionLimits(int Steps)
{
    // A loop that only repeats itself is found long before: what is left counts something.
    private const int Fairly = 100;
    private const int Alone = 1_000;

    /// <summary>A schedule that has not ended after so many steps is a livelock.</summary>
    public long StepsToEnd => (long)Fairly * Steps;

    /// <summary>So is a test that has not ended after so many steps without another thread.</summary>
    public long StepsAlone => (long)Alone * Steps;
}
