using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Opens when a wait for several handles would go through.</summary>
/// <param name="execution">The exploration that they belong to.</param>
/// <param name="handles">The handles.</param>
/// <param name="all">Whether all of them must be open, and not one.</param>
internal sealed class HandlesGate(Execution execution, WaitHandle[] handles, bool all) : IGate
{
    public Fiber? WaitsFor =>
        all
            ? handles
                .Select(handle => AnyHandle.HolderOf(execution, handle))
                .FirstOrDefault(holder => holder is not null)
            : null;

    public bool IsOpenFor(Fiber fiber) => FirstOpenFor(fiber) >= 0;

    public bool IsOpenTwiceFor(Fiber fiber) =>
        !all && handles.Count(handle => AnyHandle.IsOpen(execution, fiber, handle)) > 1;

    /// <summary>The first handle that is open, or 0 when all have to be and are; -1 when the fiber has to wait.</summary>
    public int FirstOpenFor(Fiber fiber)
    {
        bool IsOpen(WaitHandle handle) => AnyHandle.IsOpen(execution, fiber, handle);
        return !all ? Array.FindIndex(handles, IsOpen)
            : Array.TrueForAll(handles, IsOpen) ? 0
            : -1;
    }
}
