namespace Katas.Harness.Timing;

/// <summary>A range that a figure lies in, with some confidence.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
public sealed record Interval(double Low, double High);
