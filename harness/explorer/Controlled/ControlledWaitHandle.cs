using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="WaitHandle"/>, as far as its kinds are known: events and mutexes.</summary>
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
            handle is Mutex
            && Monitors.TryEnter(
                handle,
                LocationKind.Mutex,
                millisecondsTimeout,
                site,
                out var taken
            )
        )
            return taken;
        if (
            handle is not EventWaitHandle signal
            || !SchedulingPoints.IsExplored(out var execution, out var fiber)
        )
        {
            SchedulingPoints.BeforeCall(site);
            return handle.WaitOne(millisecondsTimeout);
        }
        Timeouts.Validate(millisecondsTimeout);
        if (handle is ManualResetEvent manual)
            return Handles.Wait(execution, fiber, manual, millisecondsTimeout, site);
        var location = execution.Heap.Of(handle, LocationKind.Event);
        var state = EventState.Of(location, signal);
        var gate =
            millisecondsTimeout == Timeout.Infinite ? new Condition(() => state.IsSet) : null;
        execution.Reach(
            fiber,
            new(OperationKind.Write, location, site, gate, "waits for", Wait: WaitKind.Condition)
        );
        var passes = state.TryPass();
        execution.Commit(fiber, passes ? OperationKind.Write : OperationKind.Read);
        return passes;
    }
}
