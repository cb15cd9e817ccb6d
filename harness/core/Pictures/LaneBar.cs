namespace Katas.Harness.Pictures;

/// <summary>A stretch of time in a <see cref="LaneChart"/>.</summary>
/// <param name="Lane">Whose time it is, for example <c>chef 1</c>.</param>
/// <param name="Start">The first unit of time.</param>
/// <param name="End">The unit of time after the last; greater than <paramref name="Start"/>.</param>
/// <param name="Label">What it is spent on, in a few ASCII characters; cut where the bar is too short for it.</param>
public sealed record LaneBar(string Lane, int Start, int End, string Label);
