using System.Runtime.CompilerServices;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="SpinLock"/>, one that threads share: in a field or an element. Its state is kept beside the location that it is in.</summary>
[Controls(typeof(SpinLock))]
internal static class ControlledSpinLock
{
    public static void Enter(ref SpinLock gate, ref bool lockTaken, int site) =>
        TryEnter(ref gate, Timeout.Infinite, ref lockTaken, site);

    public static void TryEnter(ref SpinLock gate, ref bool lockTaken, int site) =>
        TryEnter(ref gate, 0, ref lockTaken, site);

    public static void TryEnter(
        ref SpinLock gate,
        TimeSpan timeout,
        ref bool lockTaken,
        int site
    ) => TryEnter(ref gate, Timeouts.Of(timeout), ref lockTaken, site);

    public static void TryEnter(
        ref SpinLock gate,
        int millisecondsTimeout,
        ref bool lockTaken,
        int site
    )
    {
        if (lockTaken || !TryFind(ref gate, out var execution, out var fiber, out var state))
        {
            gate.TryEnter(millisecondsTimeout, ref lockTaken);
            return;
        }
        Timeouts.Validate(millisecondsTimeout);
        if (state.IsHeldBy(fiber) && gate.IsThreadOwnerTrackingEnabled)
            throw new LockRecursionException("The calling thread already holds the lock.");
        var isLimited = millisecondsTimeout != Timeout.Infinite;
        execution.Reach(
            fiber,
            new(
                isLimited ? OperationKind.Write : OperationKind.Acquire,
                state.Location,
                site,
                isLimited ? null : new Condition(() => state.Holder is null),
                isLimited ? "tries to lock" : "locks",
                Wait: isLimited ? WaitKind.None : WaitKind.Lock
            )
        );
        if (state.Holder is null)
        {
            state.Acquire(fiber, site);
            lockTaken = true;
        }
        if (isLimited)
        {
            fiber.Pending = fiber.Pending with
            {
                What = lockTaken ? "tries to lock, and locks" : "tries in vain to lock",
            };
        }
        execution.Commit(fiber, lockTaken ? OperationKind.Acquire : OperationKind.Read);
    }

    public static void Exit(ref SpinLock gate, int site) => Exit(ref gate, true, site);

    public static void Exit(ref SpinLock gate, bool useMemoryBarrier, int site)
    {
        if (!TryFind(ref gate, out var execution, out var fiber, out var state))
        {
            gate.Exit(useMemoryBarrier);
            return;
        }
        if (execution.IsEnding)
            return;
        if (gate.IsThreadOwnerTrackingEnabled && !state.IsHeldBy(fiber))
            throw new SynchronizationLockException("The calling thread does not hold the lock.");
        execution.Reach(fiber, new(OperationKind.Release, state.Location, site, null, "unlocks"));
        if (state.Holder is { } holder)
            state.Release(holder);
        execution.Commit(fiber, OperationKind.Release);
    }

    public static bool get_IsHeld(ref SpinLock gate, int site)
    {
        if (!TryFind(ref gate, out var execution, out var fiber, out var state))
            return gate.IsHeld;
        execution.Step(fiber, new(OperationKind.Read, state.Location, site, null, "looks at"));
        return state.Holder is not null;
    }

    public static bool get_IsHeldByCurrentThread(ref SpinLock gate, int site) =>
        gate.IsThreadOwnerTrackingEnabled && TryFind(ref gate, out _, out var fiber, out var state)
            ? state.IsHeldBy(fiber)
            : gate.IsHeldByCurrentThread;

    private static bool TryFind(
        ref SpinLock gate,
        out Execution execution,
        out Fiber fiber,
        out MonitorState state
    )
    {
        state = null!;
        if (
            !SchedulingPoints.IsExplored(out execution, out fiber)
            || execution.Heap.At(ref Unsafe.As<SpinLock, byte>(ref gate)) is not { } location
        )
            return false;
        location.State ??= new MonitorState(location);
        state = (MonitorState)location.State;
        return true;
    }
}
