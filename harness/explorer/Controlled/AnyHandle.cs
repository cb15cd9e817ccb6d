using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>What can be asked of every handle that is known: an event, a mutex, a semaphore.</summary>
internal static class AnyHandle
{
    /// <summary>Whether the handle's kind is known.</summary>
    public static bool IsKnown(WaitHandle handle) =>
        handle is EventWaitHandle or Mutex or Semaphore;

    /// <summary>What a step on the handle touches.</summary>
    public static Location LocationOf(Execution execution, WaitHandle handle) =>
        handle switch
        {
            ManualResetEvent => Handles.Of(execution, handle),
            Mutex => MonitorState.Of(execution, handle, LocationKind.Mutex).Location,
            Semaphore => execution.Heap.Of(handle, LocationKind.Semaphore),
            _ => execution.Heap.Of(handle, LocationKind.Event),
        };

    /// <summary>Whether a wait for the handle would go through now.</summary>
    public static bool IsOpen(Execution execution, Fiber fiber, WaitHandle handle) =>
        handle switch
        {
            ManualResetEvent manual => Handles.IsSet(manual),
            Mutex => MonitorState.Of(execution, handle, LocationKind.Mutex).IsOpenFor(fiber),
            Semaphore semaphore => HasPlace(semaphore),
            _ => EventOf(execution, handle).IsSet,
        };

    /// <summary>Whether going through changes the handle.</summary>
    public static bool IsTaken(WaitHandle handle) => handle is not ManualResetEvent;

    /// <summary>Goes through a handle that is open: whether it was a mutex that a thread has left behind.</summary>
    public static bool Pass(Execution execution, Fiber fiber, WaitHandle handle, int site)
    {
        switch (handle)
        {
            case Mutex:
                var monitor = MonitorState.Of(execution, handle, LocationKind.Mutex);
                monitor.Acquire(fiber, site);
                return monitor.TakeAbandoned();
            case Semaphore:
                handle.WaitOne(0);
                return false;
            case not ManualResetEvent:
                EventOf(execution, handle).TryPass();
                return false;
            default:
                return false;
        }
    }

    /// <summary>Who has to let go of the handle, when it is known.</summary>
    public static Fiber? HolderOf(Execution execution, WaitHandle handle) =>
        handle is Mutex ? MonitorState.Of(execution, handle, LocationKind.Mutex).Holder : null;

    // The real one keeps the count; it cannot be read without taking a place.
    private static bool HasPlace(Semaphore semaphore)
    {
        if (semaphore.SafeWaitHandle.IsClosed || !semaphore.WaitOne(0))
            return false;
        semaphore.Release();
        return true;
    }

    private static EventState EventOf(Execution execution, WaitHandle handle) =>
        EventState.Of(execution.Heap.Of(handle, LocationKind.Event), (EventWaitHandle)handle);
}
