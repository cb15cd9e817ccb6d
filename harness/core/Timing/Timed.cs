namespace Katas.Harness.Timing;

/// <summary>One timed run of a variant.</summary>
/// <param name="Seconds">Time on the wall, in seconds.</param>
/// <param name="CpuSeconds">Time on processors, in seconds, workers in other processes included.</param>
public sealed record Timed(double Seconds, double CpuSeconds);
