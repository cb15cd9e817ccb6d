namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="TimeProvider"/>: the system's timers are the schedule's; a provider of the program's own makes its own.</summary>
[Controls(typeof(TimeProvider))]
internal static class ControlledTimeProvider
{
    public static ITimer CreateTimer(
        TimeProvider provider,
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period,
        int site
    )
    {
        if (
            provider != TimeProvider.System
            || !SchedulingPoints.IsExplored(out var execution, out _)
        )
            return provider.CreateTimer(callback, state, dueTime, period);
        var timer = new TimerState(execution, () => callback(state), site);
        timer.Set((long)dueTime.TotalMilliseconds, (long)period.TotalMilliseconds);
        return timer;
    }
}
