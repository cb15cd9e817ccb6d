namespace Katas.Harness.DotnetTest;

/// <summary>How one test ended.</summary>
/// <param name="Assembly">The test assembly's path.</param>
/// <param name="Test">The test's full name.</param>
/// <param name="Outcome"><c>Passed</c>, <c>Failed</c>, <c>Skipped</c> or <c>None</c>.</param>
/// <param name="Message">What a failed or skipped test says.</param>
internal sealed record TestResult(string Assembly, string Test, string Outcome, string? Message)
{
    public bool Passed => Outcome == "Passed";

    public bool Failed => Outcome == "Failed";
}
