using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>The lock of one object: its holder, how often it was entered, and the waiters for a pulse.</summary>
internal sealed class MonitorState(Location location) : IGate
{
    private bool _isAbandoned;

    /// <summary>What other steps on the lock conflict about.</summary>
    public Location Location { get; } = location;

    /// <summary>Who holds it.</summary>
    public Fiber? Holder { get; private set; }

    /// <summary>How often the holder has entered.</summary>
    public int Depth { get; private set; }

    /// <summary>Who waits for a pulse, first come first.</summary>
    public List<MonitorWait> Waiters { get; } = [];

    public Fiber? WaitsFor => Holder;

    public static MonitorState Of(Execution execution, object lockObject, int kind)
    {
        var location = execution.Heap.Of(lockObject, kind);
        location.State ??= new MonitorState(location);
        return (MonitorState)location.State;
    }

    public bool IsOpenFor(Fiber fiber) => Holder is null || Holder == fiber;

    public bool IsHeldBy(Fiber fiber) => Holder == fiber;

    public void Acquire(Fiber fiber, int site, int depth = 1)
    {
        if (Depth == 0)
            fiber.Held.Add((Location, site));
        Holder = fiber;
        Depth += depth;
    }

    /// <summary>The holder ends without having released the lock.</summary>
    public void Abandon(Fiber fiber)
    {
        Release(fiber, Depth);
        _isAbandoned = true;
    }

    /// <summary>Whether the lock was abandoned, which one fiber is told.</summary>
    public bool TakeAbandoned()
    {
        var wasAbandoned = _isAbandoned;
        _isAbandoned = false;
        return wasAbandoned;
    }

    public void Release(Fiber fiber, int depth = 1)
    {
        Depth -= depth;
        if (Depth > 0)
            return;
        Holder = null;
        fiber.Held.RemoveAt(fiber.Held.FindLastIndex(held => held.Lock == Location));
    }
}
