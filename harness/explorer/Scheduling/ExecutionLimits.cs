namespace Katas.Harness.Explorer.Scheduling;

/// <summary>How far one schedule may go.</summary>
/// <param name="Steps">After so many steps a schedule is no longer explored, only run fairly; after twice as many it is a livelock.</param>
internal sealed record ExecutionLimits(int Steps);
