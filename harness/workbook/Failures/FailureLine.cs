namespace Katas.Harness.Workbook.Failures;

/// <summary>A line of a failure.</summary>
/// <param name="Text">The text, without blanks at its end.</param>
/// <param name="Emphasis">What it is.</param>
public sealed record FailureLine(string Text, Emphasis Emphasis = Emphasis.None);
