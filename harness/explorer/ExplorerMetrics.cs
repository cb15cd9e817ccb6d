using System.Diagnostics.Metrics;

namespace Katas.Harness.Explorer;

/// <summary>What explorations count, for whoever listens; <c>repeat</c> compares it from run to run.</summary>
internal static class ExplorerMetrics
{
    private static readonly Meter Meter = new("Katas.Harness.Explorer");

    /// <summary>The schedules that an exploration has run when it ends or finds a failure; shortening and replaying are not counted.</summary>
    public static readonly Counter<long> Schedules = Meter.CreateCounter<long>(
        "katas.explorer.schedules"
    );
}
