namespace Katas.Harness.DotnetTest.TestLogger;

/// <summary>How one test ended, as vstest says.</summary>
/// <param name="Assembly">The test assembly's path.</param>
/// <param name="Test">The test's full name.</param>
/// <param name="Outcome">vstest's word: <c>Passed</c>, <c>Failed</c>, <c>Skipped</c>, <c>None</c> or <c>NotFound</c>.</param>
/// <param name="Message">What a failed or skipped test says.</param>
/// <param name="StackTrace">Where a failed test failed.</param>
/// <param name="Output">What it wrote to the console; of much, the end.</param>
public sealed record LoggedResult(
    string Assembly,
    string Test,
    string Outcome,
    string? Message,
    string? StackTrace = null,
    string? Output = null
);
