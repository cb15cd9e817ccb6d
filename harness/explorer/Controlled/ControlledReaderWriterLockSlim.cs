using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="ReaderWriterLockSlim"/>.</summary>
[Controls(typeof(ReaderWriterLockSlim))]
internal static class ControlledReaderWriterLockSlim
{
    public static void EnterReadLock(ReaderWriterLockSlim gate, int site) =>
        TryEnterReadLock(gate, Timeout.Infinite, site);

    public static bool TryEnterReadLock(ReaderWriterLockSlim gate, TimeSpan timeout, int site) =>
        TryEnterReadLock(gate, Timeouts.Of(timeout), site);

    public static bool TryEnterReadLock(
        ReaderWriterLockSlim gate,
        int millisecondsTimeout,
        int site
    ) =>
        TryEnter(gate, ReaderWriterMode.Read, millisecondsTimeout, site)
        ?? gate.TryEnterReadLock(millisecondsTimeout);

    public static void EnterUpgradeableReadLock(ReaderWriterLockSlim gate, int site) =>
        TryEnterUpgradeableReadLock(gate, Timeout.Infinite, site);

    public static bool TryEnterUpgradeableReadLock(
        ReaderWriterLockSlim gate,
        TimeSpan timeout,
        int site
    ) => TryEnterUpgradeableReadLock(gate, Timeouts.Of(timeout), site);

    public static bool TryEnterUpgradeableReadLock(
        ReaderWriterLockSlim gate,
        int millisecondsTimeout,
        int site
    ) =>
        TryEnter(gate, ReaderWriterMode.Upgradeable, millisecondsTimeout, site)
        ?? gate.TryEnterUpgradeableReadLock(millisecondsTimeout);

    public static void EnterWriteLock(ReaderWriterLockSlim gate, int site) =>
        TryEnterWriteLock(gate, Timeout.Infinite, site);

    public static bool TryEnterWriteLock(ReaderWriterLockSlim gate, TimeSpan timeout, int site) =>
        TryEnterWriteLock(gate, Timeouts.Of(timeout), site);

    public static bool TryEnterWriteLock(
        ReaderWriterLockSlim gate,
        int millisecondsTimeout,
        int site
    ) =>
        TryEnter(gate, ReaderWriterMode.Write, millisecondsTimeout, site)
        ?? gate.TryEnterWriteLock(millisecondsTimeout);

    public static void ExitReadLock(ReaderWriterLockSlim gate, int site)
    {
        if (!Exit(gate, ReaderWriterMode.Read, site))
            gate.ExitReadLock();
    }

    public static void ExitUpgradeableReadLock(ReaderWriterLockSlim gate, int site)
    {
        if (!Exit(gate, ReaderWriterMode.Upgradeable, site))
            gate.ExitUpgradeableReadLock();
    }

    public static void ExitWriteLock(ReaderWriterLockSlim gate, int site)
    {
        if (!Exit(gate, ReaderWriterMode.Write, site))
            gate.ExitWriteLock();
    }

    // Whether the caller itself holds it depends on no other thread, and takes no step.

    public static bool get_IsReadLockHeld(ReaderWriterLockSlim gate, int site) =>
        Depth(gate, ReaderWriterMode.Read) is { } depth ? depth > 0 : gate.IsReadLockHeld;

    public static bool get_IsUpgradeableReadLockHeld(ReaderWriterLockSlim gate, int site) =>
        Depth(gate, ReaderWriterMode.Upgradeable) is { } depth
            ? depth > 0
            : gate.IsUpgradeableReadLockHeld;

    public static bool get_IsWriteLockHeld(ReaderWriterLockSlim gate, int site) =>
        Depth(gate, ReaderWriterMode.Write) is { } depth ? depth > 0 : gate.IsWriteLockHeld;

    public static int get_RecursiveReadCount(ReaderWriterLockSlim gate, int site) =>
        Depth(gate, ReaderWriterMode.Read) ?? gate.RecursiveReadCount;

    public static int get_RecursiveUpgradeCount(ReaderWriterLockSlim gate, int site) =>
        Depth(gate, ReaderWriterMode.Upgradeable) ?? gate.RecursiveUpgradeCount;

    public static int get_RecursiveWriteCount(ReaderWriterLockSlim gate, int site) =>
        Depth(gate, ReaderWriterMode.Write) ?? gate.RecursiveWriteCount;

    public static int get_CurrentReadCount(ReaderWriterLockSlim gate, int site) =>
        Observe(gate, site)?.Readers ?? gate.CurrentReadCount;

    public static int get_WaitingReadCount(ReaderWriterLockSlim gate, int site) =>
        Observe(gate, site)?.WaitingThreads[ReaderWriterMode.Read] ?? gate.WaitingReadCount;

    public static int get_WaitingUpgradeCount(ReaderWriterLockSlim gate, int site) =>
        Observe(gate, site)?.WaitingThreads[ReaderWriterMode.Upgradeable]
        ?? gate.WaitingUpgradeCount;

    public static int get_WaitingWriteCount(ReaderWriterLockSlim gate, int site) =>
        Observe(gate, site)?.WaitingThreads[ReaderWriterMode.Write] ?? gate.WaitingWriteCount;

    public static void Dispose(ReaderWriterLockSlim gate, int site)
    {
        if (TryFind(gate, out var execution, out var fiber, out var state))
        {
            Step(execution, fiber, state, OperationKind.Write, "disposes of", site);
            if (
                state.WaitingThreads.Values.Any(waiting => waiting > 0)
                || Enum.GetValues<ReaderWriterMode>().Any(mode => state.Depth(fiber, mode) > 0)
            )
                throw new SynchronizationLockException(
                    "The lock is being disposed while still being used. It either is being held by a thread and/or has active waiters waiting to acquire the lock."
                );
        }
        gate.Dispose();
    }

    /// <summary>Enters; <see langword="null"/> when the caller is not explored.</summary>
    private static bool? TryEnter(
        ReaderWriterLockSlim gate,
        ReaderWriterMode mode,
        int milliseconds,
        int site
    )
    {
        Timeouts.Validate(milliseconds);
        if (!TryFind(gate, out var execution, out var fiber, out var state))
            return null;
        var what = mode switch
        {
            ReaderWriterMode.Read => "locks to read",
            ReaderWriterMode.Upgradeable => "locks to upgrade",
            _ => "locks to write",
        };
        execution.Reach(fiber, new(OperationKind.Write, state.Location, site, null, what));
        // The real one throws if it is disposed of.
        ThrowIfDisposed(gate);
        if (state.MisuseOfEntering(fiber, mode) is { } misuse)
        {
            execution.Commit(fiber, OperationKind.Read);
            throw new LockRecursionException(misuse);
        }
        if (state.MayEnter(fiber, mode) || milliseconds == 0)
            return Take(execution, fiber, state, mode, site);
        state.WaitingThreads[mode]++;
        execution.Commit(fiber, OperationKind.Write);

        // From here on it is known to wait, and a writer keeps new readers out.
        var wait = new ReaderWriterWait(state, fiber, mode);
        try
        {
            execution.Reach(
                fiber,
                new(
                    OperationKind.Write,
                    state.Location,
                    site,
                    milliseconds == Timeout.Infinite ? wait : null,
                    what,
                    Wait: WaitKind.Lock,
                    Rest: wait
                )
            );
        }
        finally
        {
            state.WaitingThreads[mode]--;
        }
        return Take(execution, fiber, state, mode, site);
    }

    private static bool Take(
        Execution execution,
        Fiber fiber,
        ReaderWriterState state,
        ReaderWriterMode mode,
        int site
    )
    {
        var mayEnter = state.MayEnter(fiber, mode);
        if (mayEnter)
            state.Enter(fiber, mode, site);
        execution.Commit(fiber, OperationKind.Write);
        return mayEnter;
    }

    /// <summary>Leaves; <see langword="false"/> when the caller is not explored.</summary>
    private static bool Exit(ReaderWriterLockSlim gate, ReaderWriterMode mode, int site)
    {
        if (!TryFind(gate, out var execution, out var fiber, out var state))
            return false;
        if (execution.IsEnding)
            return true;
        if (state.Depth(fiber, mode) == 0)
            throw new SynchronizationLockException(
                "The lock is being released without being held by this thread in this mode."
            );
        execution.Reach(fiber, new(OperationKind.Write, state.Location, site, null, "unlocks"));
        if (state.Depth(fiber, mode) > 0)
            state.Exit(fiber, mode);
        execution.Commit(fiber, OperationKind.Write);
        return true;
    }

    // The real lock is never held here, so this neither blocks nor stays.
    private static void ThrowIfDisposed(ReaderWriterLockSlim gate)
    {
        if (gate.TryEnterWriteLock(0))
            gate.ExitWriteLock();
    }

    private static int? Depth(ReaderWriterLockSlim gate, ReaderWriterMode mode) =>
        TryFind(gate, out _, out var fiber, out var state) ? state.Depth(fiber, mode) : null;

    private static ReaderWriterState? Observe(ReaderWriterLockSlim gate, int site)
    {
        if (!TryFind(gate, out var execution, out var fiber, out var state))
            return null;
        Step(execution, fiber, state, OperationKind.Read, "looks at", site);
        return state;
    }

    private static void Step(
        Execution execution,
        Fiber fiber,
        ReaderWriterState state,
        OperationKind kind,
        string what,
        int site
    ) => execution.Step(fiber, new(kind, state.Location, site, null, what));

    private static bool TryFind(
        ReaderWriterLockSlim? gate,
        out Execution execution,
        out Fiber fiber,
        out ReaderWriterState state
    )
    {
        state = null!;
        if (!SchedulingPoints.IsExplored(out execution, out fiber) || gate is null)
            return false;
        var location = execution.Heap.Of(gate, LocationKind.ReaderWriterLock);
        location.State ??= new ReaderWriterState(
            location,
            gate.RecursionPolicy == LockRecursionPolicy.SupportsRecursion
        );
        state = (ReaderWriterState)location.State;
        return true;
    }
}
