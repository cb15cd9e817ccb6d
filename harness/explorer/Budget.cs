namespace Katas.Harness.Explorer;

/// <summary>Where a search stops.</summary>
/// <param name="Schedules">The most schedules that it may run.</param>
/// <param name="Steps">The most steps that the exploration may have taken by then.</param>
internal sealed record Budget(int Schedules, long Steps)
{
    /// <summary>One schedule, however long.</summary>
    public static readonly Budget One = new(1, long.MaxValue);
}
