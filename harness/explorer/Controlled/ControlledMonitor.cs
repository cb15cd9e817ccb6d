using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="Monitor"/>.</summary>
[Controls(typeof(Monitor))]
internal static class ControlledMonitor
{
    public static void Enter(object obj, int site)
    {
        if (!Monitors.TryEnter(obj, LocationKind.Monitor, Timeout.Infinite, site, out _))
            Monitor.Enter(obj);
    }

    public static void Enter(object obj, ref bool lockTaken, int site)
    {
        if (
            lockTaken
            || !Monitors.TryEnter(obj, LocationKind.Monitor, Timeout.Infinite, site, out lockTaken)
        )
            Monitor.Enter(obj, ref lockTaken);
    }

    public static bool TryEnter(object obj, int site) => TryEnter(obj, 0, site);

    public static bool TryEnter(object obj, TimeSpan timeout, int site) =>
        TryEnter(obj, Timeouts.Of(timeout), site);

    public static bool TryEnter(object obj, int millisecondsTimeout, int site) =>
        Monitors.TryEnter(obj, LocationKind.Monitor, millisecondsTimeout, site, out var taken)
            ? taken
            : Monitor.TryEnter(obj, millisecondsTimeout);

    public static void TryEnter(object obj, ref bool lockTaken, int site) =>
        TryEnter(obj, 0, ref lockTaken, site);

    public static void TryEnter(object obj, TimeSpan timeout, ref bool lockTaken, int site) =>
        TryEnter(obj, Timeouts.Of(timeout), ref lockTaken, site);

    public static void TryEnter(object obj, int millisecondsTimeout, ref bool lockTaken, int site)
    {
        if (
            lockTaken
            || !Monitors.TryEnter(
                obj,
                LocationKind.Monitor,
                millisecondsTimeout,
                site,
                out lockTaken
            )
        )
            Monitor.TryEnter(obj, millisecondsTimeout, ref lockTaken);
    }

    public static void Exit(object obj, int site)
    {
        if (!Monitors.Exit(obj, LocationKind.Monitor, site))
            Monitor.Exit(obj);
    }

    public static bool IsEntered(object obj, int site) =>
        SchedulingPoints.IsExplored(out var execution, out var fiber)
            ? MonitorState.Of(execution, obj, LocationKind.Monitor).IsHeldBy(fiber)
            : Monitor.IsEntered(obj);

    public static bool Wait(object obj, int site) => Wait(obj, Timeout.Infinite, site);

    public static bool Wait(object obj, TimeSpan timeout, int site) =>
        Wait(obj, Timeouts.Of(timeout), site);

    public static bool Wait(object obj, TimeSpan timeout, bool exitContext, int site) =>
        Wait(obj, Timeouts.Of(timeout), site);

    public static bool Wait(object obj, int millisecondsTimeout, bool exitContext, int site) =>
        Wait(obj, millisecondsTimeout, site);

    public static bool Wait(object obj, int millisecondsTimeout, int site)
    {
        if (obj is null || !SchedulingPoints.IsExplored(out var execution, out var fiber))
            return Monitor.Wait(obj!, millisecondsTimeout);
        Timeouts.Validate(millisecondsTimeout);
        var monitor = Monitors.GetHeld(execution, fiber, obj, LocationKind.Monitor);

        execution.Step(
            fiber,
            new(
                OperationKind.Release,
                monitor.Location,
                site,
                null,
                "waits on",
                Wait: WaitKind.Condition
            )
        );
        var depth = monitor.Depth;
        var wait = new MonitorWait(monitor, fiber, millisecondsTimeout >= 0);
        monitor.Waiters.Add(wait);
        monitor.Release(fiber, depth);

        try
        {
            execution.Reach(
                fiber,
                new(
                    OperationKind.Acquire,
                    monitor.Location,
                    site,
                    wait,
                    "wakes and locks",
                    Wait: WaitKind.Pulse,
                    Rest: new Condition(() => wait.IsPulsed)
                )
            );
        }
        catch (ThreadInterruptedException)
        {
            // It waits for no pulse any more, and locks before it leaves.
            monitor.Waiters.Remove(wait);
            execution.Reach(
                fiber,
                new(
                    OperationKind.Acquire,
                    monitor.Location,
                    site,
                    monitor,
                    "locks",
                    Wait: WaitKind.Lock
                )
            );
            monitor.Acquire(fiber, site, depth);
            execution.Commit(fiber, OperationKind.Acquire);
            throw;
        }
        monitor.Waiters.Remove(wait);
        monitor.Acquire(fiber, site, depth);
        execution.Commit(fiber, OperationKind.Acquire);
        return wait.IsPulsed;
    }

    public static void Pulse(object obj, int site)
    {
        if (obj is null || !SchedulingPoints.IsExplored(out var execution, out var fiber))
            Monitor.Pulse(obj!);
        else
            Pulse(execution, fiber, obj, 1, "pulses", site);
    }

    public static void PulseAll(object obj, int site)
    {
        if (obj is null || !SchedulingPoints.IsExplored(out var execution, out var fiber))
            Monitor.PulseAll(obj!);
        else
            Pulse(execution, fiber, obj, int.MaxValue, "pulses all of", site);
    }

    private static void Pulse(
        Execution execution,
        Fiber fiber,
        object obj,
        int most,
        string what,
        int site
    )
    {
        var monitor = Monitors.GetHeld(execution, fiber, obj, LocationKind.Monitor);
        execution.Step(fiber, new(OperationKind.Release, monitor.Location, site, null, what));
        for (var i = 0; i < most && monitor.Waiters.Count > 0; i++)
        {
            var woken = monitor.Waiters[0];
            monitor.Waiters.RemoveAt(0);
            woken.IsPulsed = true;
            woken.Fiber.JoinClock(fiber);
        }
    }
}
