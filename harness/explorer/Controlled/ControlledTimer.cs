using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="Timer"/>: the object stays and is never set; its time is the schedule's.</summary>
[Controls(typeof(Timer))]
internal static class ControlledTimer
{
    private static readonly ConditionalWeakTable<Timer, TimerState> States = [];

    public static Timer New(TimerCallback callback, int site)
    {
        Timer? timer = null;
        // This one is handed itself.
        timer = New(_ => callback(timer), null, Timeout.Infinite, Timeout.Infinite, site);
        return timer;
    }

    public static Timer New(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period,
        int site
    ) =>
        New(callback, state, (long)dueTime.TotalMilliseconds, (long)period.TotalMilliseconds, site);

    public static Timer New(
        TimerCallback callback,
        object? state,
        uint dueTime,
        uint period,
        int site
    ) => New(callback, state, Signed(dueTime), Signed(period), site);

    public static Timer New(
        TimerCallback callback,
        object? state,
        int dueTime,
        int period,
        int site
    ) => New(callback, state, (long)dueTime, period, site);

    public static Timer New(
        TimerCallback callback,
        object? state,
        long dueTime,
        long period,
        int site
    )
    {
        if (callback is null || !SchedulingPoints.IsExplored(out var execution, out _))
            return new Timer(callback!, state, dueTime, period);
        var timer = new Timer(callback, state, Timeout.Infinite, Timeout.Infinite);
        var model = new TimerState(execution, () => callback(state), site);
        States.Add(timer, model);
        model.Set(dueTime, period);
        return timer;
    }

    public static bool Change(Timer timer, TimeSpan dueTime, TimeSpan period, int site) =>
        Change(timer, (long)dueTime.TotalMilliseconds, (long)period.TotalMilliseconds, site);

    public static bool Change(Timer timer, uint dueTime, uint period, int site) =>
        Change(timer, Signed(dueTime), Signed(period), site);

    public static bool Change(Timer timer, int dueTime, int period, int site) =>
        Change(timer, (long)dueTime, period, site);

    public static bool Change(Timer timer, long dueTime, long period, int site) =>
        Find(timer) is { } model ? model.Change(dueTime, period) : timer.Change(dueTime, period);

    public static void Dispose(Timer timer, int site)
    {
        Find(timer)?.Dispose();
        timer.Dispose();
    }

    public static bool Dispose(Timer timer, WaitHandle notifyObject, int site)
    {
        if (Find(timer) is not { } model || notifyObject is not EventWaitHandle signal)
            return timer.Dispose(notifyObject);
        model.Dispose();
        if (model.IsRunning)
            model.WhenIdle += () => ControlledEventWaitHandle.Set(signal, site);
        else
            ControlledEventWaitHandle.Set(signal, site);
        return true;
    }

    public static ValueTask DisposeAsync(Timer timer, int site) =>
        Find(timer)?.DisposeAsync() ?? timer.DisposeAsync();

    private static long Signed(uint milliseconds) =>
        milliseconds == uint.MaxValue ? Timeout.Infinite : milliseconds;

    private static TimerState? Find(Timer timer) =>
        timer is not null
        && SchedulingPoints.IsExplored(out var execution, out _)
        && States.TryGetValue(timer, out var model)
        && model.Execution == execution
            ? model
            : null;
}
