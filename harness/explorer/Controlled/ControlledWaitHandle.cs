using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="WaitHandle"/>, as far as its kinds are known: events, mutexes and semaphores.</summary>
[Controls(typeof(WaitHandle))]
internal static class ControlledWaitHandle
{
    public static void Dispose(WaitHandle disposed, int site) => Disposal.Of(disposed, site);

    public static void Close(WaitHandle disposed, int site) => Disposal.Of(disposed, site);

    public static bool WaitOne(WaitHandle handle, int site) =>
        WaitOne(handle, Timeout.Infinite, site);

    public static bool WaitOne(WaitHandle handle, TimeSpan timeout, int site) =>
        WaitOne(handle, Timeouts.Of(timeout), site);

    public static bool WaitOne(WaitHandle handle, TimeSpan timeout, bool exitContext, int site) =>
        WaitOne(handle, Timeouts.Of(timeout), site);

    public static bool WaitOne(
        WaitHandle handle,
        int millisecondsTimeout,
        bool exitContext,
        int site
    ) => WaitOne(handle, millisecondsTimeout, site);

    public static bool WaitOne(WaitHandle handle, int millisecondsTimeout, int site)
    {
        if (
            !AnyHandle.IsKnown(handle)
            || handle.SafeWaitHandle.IsClosed
            || !SchedulingPoints.IsExplored(out var execution, out var fiber)
        )
        {
            SchedulingPoints.BeforeCall(site);
            return handle.WaitOne(millisecondsTimeout);
        }
        Timeouts.Validate(millisecondsTimeout);
        switch (handle)
        {
            case Mutex:
                Monitors.TryEnter(
                    handle,
                    LocationKind.Mutex,
                    millisecondsTimeout,
                    site,
                    out var taken
                );
                return taken;
            case ManualResetEvent manual:
                return Handles.Wait(execution, fiber, manual, millisecondsTimeout, site);
        }
        bool IsOpen() => AnyHandle.IsOpen(execution, fiber, handle);
        var gate = millisecondsTimeout == Timeout.Infinite ? new Condition(IsOpen) : null;
        execution.Reach(
            fiber,
            new(
                OperationKind.Write,
                AnyHandle.LocationOf(execution, handle),
                site,
                gate,
                "waits for",
                Wait: WaitKind.Condition,
                Rest: ClosedGate.Instance
            )
        );
        var passes = IsOpen();
        if (passes)
            AnyHandle.Pass(execution, fiber, handle, site);
        execution.Commit(fiber, passes ? OperationKind.Write : OperationKind.Read);
        return passes;
    }

    public static int WaitAny(WaitHandle[] waitHandles, int site) =>
        WaitAny(waitHandles, Timeout.Infinite, site);

    public static int WaitAny(WaitHandle[] waitHandles, TimeSpan timeout, int site) =>
        WaitAny(waitHandles, Timeouts.Of(timeout), site);

    public static int WaitAny(
        WaitHandle[] waitHandles,
        TimeSpan timeout,
        bool exitContext,
        int site
    ) => WaitAny(waitHandles, Timeouts.Of(timeout), site);

    public static int WaitAny(
        WaitHandle[] waitHandles,
        int millisecondsTimeout,
        bool exitContext,
        int site
    ) => WaitAny(waitHandles, millisecondsTimeout, site);

    public static int WaitAny(WaitHandle[] waitHandles, int millisecondsTimeout, int site) =>
        Wait(waitHandles, false, millisecondsTimeout, site)
        ?? WaitHandle.WaitAny(waitHandles, millisecondsTimeout);

    public static bool WaitAll(WaitHandle[] waitHandles, int site) =>
        WaitAll(waitHandles, Timeout.Infinite, site);

    public static bool WaitAll(WaitHandle[] waitHandles, TimeSpan timeout, int site) =>
        WaitAll(waitHandles, Timeouts.Of(timeout), site);

    public static bool WaitAll(
        WaitHandle[] waitHandles,
        TimeSpan timeout,
        bool exitContext,
        int site
    ) => WaitAll(waitHandles, Timeouts.Of(timeout), site);

    public static bool WaitAll(
        WaitHandle[] waitHandles,
        int millisecondsTimeout,
        bool exitContext,
        int site
    ) => WaitAll(waitHandles, millisecondsTimeout, site);

    public static bool WaitAll(WaitHandle[] waitHandles, int millisecondsTimeout, int site) =>
        Wait(waitHandles, true, millisecondsTimeout, site) is { } first
            ? first != WaitHandle.WaitTimeout
            : WaitHandle.WaitAll(waitHandles, millisecondsTimeout);

    public static bool SignalAndWait(WaitHandle toSignal, WaitHandle toWaitOn, int site) =>
        SignalAndWait(toSignal, toWaitOn, Timeout.Infinite, false, site);

    public static bool SignalAndWait(
        WaitHandle toSignal,
        WaitHandle toWaitOn,
        TimeSpan timeout,
        bool exitContext,
        int site
    ) => SignalAndWait(toSignal, toWaitOn, Timeouts.Of(timeout), exitContext, site);

    /// <summary>Two steps: the real one promises no more where it runs on Windows.</summary>
    public static bool SignalAndWait(
        WaitHandle toSignal,
        WaitHandle toWaitOn,
        int millisecondsTimeout,
        bool exitContext,
        int site
    )
    {
        if (
            toSignal is null
            || toWaitOn is null
            || millisecondsTimeout < Timeout.Infinite
            || !SchedulingPoints.IsExplored(out _, out _)
        )
            return WaitHandle.SignalAndWait(toSignal!, toWaitOn!, millisecondsTimeout, exitContext);
        Signal(toSignal, site);
        return WaitOne(toWaitOn, millisecondsTimeout, site);
    }

    /// <summary>Sets an event, or releases a mutex or a place.</summary>
    public static void Signal(WaitHandle handle, int site)
    {
        switch (handle)
        {
            case EventWaitHandle signal:
                ControlledEventWaitHandle.Set(signal, site);
                break;
            case Mutex mutex:
                ControlledMutex.ReleaseMutex(mutex, site);
                break;
            case Semaphore semaphore:
                Release(semaphore, site);
                break;
            default:
                SchedulingPoints.Refuse(site);
                break;
        }
    }

    private static void Release(Semaphore semaphore, int site)
    {
        try
        {
            ControlledSemaphore.Release(semaphore, site);
        }
        catch (SemaphoreFullException e)
        {
            throw new InvalidOperationException(
                "The WaitHandle cannot be signaled because it would exceed its maximum count.",
                e
            );
        }
    }

    /// <summary>
    /// Waits for one or all of several handles, in one step on all of them: the first that was open, or a timeout; <see langword="null"/> when the
    /// caller is not explored, or the real one has to throw.
    /// </summary>
    private static int? Wait(WaitHandle[] handles, bool all, int milliseconds, int site)
    {
        if (
            !IsAcceptable(handles, all)
            || milliseconds < Timeout.Infinite
            || !SchedulingPoints.IsExplored(out var execution, out var fiber)
        )
            return null;
        // The caller may change the array while it waits.
        handles = [.. handles];
        if (!Array.TrueForAll(handles, AnyHandle.IsKnown))
            SchedulingPoints.Refuse(site);
        var gate = new HandlesGate(execution, handles, all);
        var locations = handles
            .Select(handle => AnyHandle.LocationOf(execution, handle))
            .Distinct()
            .ToArray();
        execution.Reach(
            fiber,
            new(
                Array.Exists(handles, AnyHandle.IsTaken) ? OperationKind.Write : OperationKind.Read,
                locations[0],
                site,
                milliseconds == Timeout.Infinite ? gate : null,
                all ? "waits for all of" : "waits for any of",
                Wait: WaitKind.Condition,
                Also: locations[1..],
                Rest: ClosedGate.Instance
            )
        );
        var first = gate.FirstOpenFor(fiber);
        WaitHandle[] passed =
            first < 0 ? []
            : all ? handles
            : [handles[first]];
        var abandoned = Array.FindAll(
            passed,
            handle => AnyHandle.Pass(execution, fiber, handle, site)
        );
        fiber.Pending = fiber.Pending with
        {
            Result =
                first < 0 ? "no"
                : all ? "yes"
                : $"number {first}",
        };
        execution.Commit(
            fiber,
            Array.Exists(passed, AnyHandle.IsTaken) ? OperationKind.Write : OperationKind.Read
        );
        if (abandoned.Length > 0)
            throw all
                ? new AbandonedMutexException()
                : new AbandonedMutexException(first, abandoned[0]);
        return first < 0 ? WaitHandle.WaitTimeout : first;
    }

    private static bool IsAcceptable(WaitHandle[]? handles, bool all) =>
        handles is { Length: > 0 and <= 64 }
        && Array.TrueForAll(handles, handle => handle is { SafeWaitHandle.IsClosed: false })
        && (!all || handles.Distinct().Count() == handles.Length);
}
