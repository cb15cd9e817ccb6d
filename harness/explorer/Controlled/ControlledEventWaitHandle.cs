using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="EventWaitHandle"/>: <see cref="AutoResetEvent"/> and <see cref="ManualResetEvent"/>.</summary>
[Controls(typeof(EventWaitHandle))]
internal static class ControlledEventWaitHandle
{
    public static EventWaitHandle New(bool initialState, EventResetMode mode, int site) =>
        new(initialState, mode);

    public static bool Set(EventWaitHandle handle, int site) =>
        Change(handle, true, "sets", site) || handle.Set();

    public static bool Reset(EventWaitHandle handle, int site) =>
        Change(handle, false, "resets", site) || handle.Reset();

    private static bool Change(EventWaitHandle handle, bool value, string what, int site)
    {
        if (handle is null || !SchedulingPoints.IsExplored(out var execution, out var fiber))
            return false;
        if (handle is ManualResetEvent)
        {
            execution.Step(
                fiber,
                new(OperationKind.Write, Handles.Of(execution, handle), site, null, what)
            );
            return false;
        }
        var location = execution.Heap.Of(handle, LocationKind.Event);
        var state = EventState.Of(location, handle);
        execution.Step(fiber, new(OperationKind.Write, location, site, null, what));
        if (handle.SafeWaitHandle.IsClosed)
            return false;
        state.IsSet = value;
        return true;
    }
}
