namespace Katas.Harness.Workbook.Verdicts;

/// <summary>How one test ended, and why.</summary>
/// <param name="Test">The test.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Message">Why, when it did not pass.</param>
/// <param name="StackTrace">Where, when it did not pass and that is known.</param>
/// <param name="Output">What it wrote to the console.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="ExitCode">The exit code of the process that it ended, with <see cref="Outcome.Exit"/>.</param>
/// <param name="Schedules">How many schedules the explorer ran in it; 0 when it explored nothing.</param>
public sealed record TestVerdict(
    TestName Test,
    Outcome Outcome,
    string? Message = null,
    string? StackTrace = null,
    string? Output = null,
    TimeSpan Duration = default,
    int? ExitCode = null,
    long Schedules = 0
)
{
    /// <summary>Whether it neither passed nor was skipped.</summary>
    public bool IsFailure => Outcome is not (Outcome.Passed or Outcome.Skipped);
}
