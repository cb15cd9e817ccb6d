using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Enters and leaves monitors, and everything else that is re-entrant and held by a thread.</summary>
internal static class Monitors
{
    /// <summary>Enters if it can; <see langword="false"/> when the caller is not explored, or when the real one has to throw.</summary>
    /// <param name="taken">Whether the lock is held now. With a limit on the time, giving up is the scheduler's choice whenever another holds the lock.</param>
    public static bool TryEnter(
        object? lockObject,
        int kind,
        int milliseconds,
        int site,
        out bool taken
    )
    {
        taken = false;
        if (
            lockObject is null
            || milliseconds < Timeout.Infinite
            || !SchedulingPoints.IsExplored(out var execution, out var fiber)
        )
            return false;
        var monitor = MonitorState.Of(execution, lockObject, kind);
        IGate? rest =
            kind == LocationKind.Mutex ? ClosedGate.Instance
            : milliseconds == 0 ? null
            : monitor;
        if (milliseconds == Timeout.Infinite)
        {
            execution.Reach(
                fiber,
                new(
                    OperationKind.Acquire,
                    monitor.Location,
                    site,
                    monitor,
                    "locks",
                    Wait: WaitKind.Lock,
                    Rest: rest
                )
            );
            var kindOfStep = KindOfEntering(monitor, fiber);
            monitor.Acquire(fiber, site);
            execution.Commit(fiber, kindOfStep);
            taken = true;
            ThrowIfAbandoned(monitor);
            return true;
        }
        execution.Reach(
            fiber,
            new(OperationKind.Write, monitor.Location, site, null, "tries to lock", Rest: rest)
        );
        var kindOfTry = KindOfEntering(monitor, fiber);
        if (monitor.IsOpenFor(fiber))
        {
            monitor.Acquire(fiber, site);
            taken = true;
        }
        fiber.Pending = fiber.Pending with
        {
            What = taken ? "tries to lock, and locks" : "tries in vain to lock",
        };
        execution.Commit(fiber, taken ? kindOfTry : OperationKind.Read);
        if (taken)
            ThrowIfAbandoned(monitor);
        return true;
    }

    /// <summary>Whether the caller holds the lock; true when it is not explored.</summary>
    public static bool IsHeld(object lockObject, int kind) =>
        !SchedulingPoints.IsExplored(out var execution, out var fiber)
        || MonitorState.Of(execution, lockObject, kind).IsHeldBy(fiber);

    // To enter again changes nothing for others: they compete with the step that took the lock.
    private static OperationKind KindOfEntering(MonitorState monitor, Fiber fiber) =>
        monitor.IsHeldBy(fiber) ? OperationKind.Read : OperationKind.Acquire;

    private static void ThrowIfAbandoned(MonitorState monitor)
    {
        if (monitor.TakeAbandoned())
            throw new AbandonedMutexException();
    }

    /// <summary>Leaves; <see langword="false"/> when the caller is not explored.</summary>
    /// <exception cref="SynchronizationLockException">The fiber does not hold the lock.</exception>
    public static bool Exit(object? lockObject, int kind, int site)
    {
        if (lockObject is null || !SchedulingPoints.IsExplored(out var execution, out var fiber))
            return false;
        if (execution.IsEnding)
            return true;
        var monitor = GetHeld(execution, fiber, lockObject, kind);
        execution.Reach(fiber, new(OperationKind.Release, monitor.Location, site, null, "unlocks"));
        if (monitor.IsHeldBy(fiber))
            monitor.Release(fiber);
        execution.Commit(fiber, OperationKind.Release);
        return true;
    }

    /// <summary>The lock, which the fiber must hold.</summary>
    /// <exception cref="SynchronizationLockException">It does not.</exception>
    public static MonitorState GetHeld(
        Execution execution,
        Fiber fiber,
        object lockObject,
        int kind
    )
    {
        var monitor = MonitorState.Of(execution, lockObject, kind);
        if (!monitor.IsHeldBy(fiber) && !execution.IsEnding)
            throw new SynchronizationLockException();
        return monitor;
    }
}
