using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Workbook;

/// <summary>How one test ended.</summary>
/// <param name="Test">Its full name.</param>
/// <param name="Outcome">How.</param>
/// <param name="Message">Why, when it did not pass.</param>
public sealed record TestReport(string Test, Outcome Outcome, string? Message);
