using System.Runtime.CompilerServices;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>
/// Events that stay set until they are reset. The real one keeps the state, for it can be looked at without changing it, and what it belongs to (a
/// token, a <see cref="ManualResetEventSlim"/>) sets it without the explorer, in a step of its own.
/// </summary>
internal static class Handles
{
    private static readonly ConditionalWeakTable<WaitHandle, Tuple<object?, int>> Owners = [];

    /// <summary>Notes the owner of a handle, which changes the handle whenever it changes; no owner stands for the tokens.</summary>
    public static WaitHandle SetOwner(WaitHandle handle, object? owner, int kind)
    {
        Owners.AddOrUpdate(handle, Tuple.Create(owner, kind));
        return handle;
    }

    /// <summary>What a step on the handle touches.</summary>
    public static Location Of(Execution execution, WaitHandle handle) =>
        Owners.TryGetValue(handle, out var owner)
            ? execution.Heap.Of(owner.Item1, owner.Item2)
            : execution.Heap.Of(handle, LocationKind.Event);

    /// <summary>Waits for the event in one step.</summary>
    public static bool Wait(
        Execution execution,
        Fiber fiber,
        ManualResetEvent handle,
        int milliseconds,
        int site
    )
    {
        var location = Of(execution, handle);
        var gate = milliseconds == Timeout.Infinite ? new Condition(() => IsSet(handle)) : null;
        var what = location.Owner is null ? "waits for a cancellation" : "waits for";
        execution.Reach(
            fiber,
            new(
                OperationKind.Read,
                location,
                site,
                gate,
                what,
                Wait: WaitKind.Condition,
                Rest: ClosedGate.Instance
            )
        );
        execution.Commit(fiber, OperationKind.Read);
        return handle.WaitOne(0);
    }

    /// <summary>Whether the event is set. A wait for one that is disposed of meanwhile never ends.</summary>
    public static bool IsSet(ManualResetEvent handle) =>
        !handle.SafeWaitHandle.IsClosed && handle.WaitOne(0);
}
