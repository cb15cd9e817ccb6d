namespace Katas.Harness.Grading.Book;

/// <summary>What is taken off for being late.</summary>
/// <param name="PerDay">The part of the points for each day that has begun, from 0 to 1.</param>
/// <param name="Most">The most that is taken off, from 0 to 1.</param>
public sealed record LateRule(double PerDay, double Most);
