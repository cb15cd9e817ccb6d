using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>A fiber inside <c>Monitor.Wait</c>: it goes on once it is pulsed (or its time is up) and the lock is free.</summary>
internal sealed class MonitorWait(MonitorState monitor, Fiber fiber, bool isTimed) : IGate
{
    /// <summary>Who waits.</summary>
    public Fiber Fiber { get; } = fiber;

    /// <summary>Whether it was pulsed.</summary>
    public bool IsPulsed { get; set; }

    public Fiber? WaitsFor => IsPulsed ? monitor.Holder : null;

    public bool IsOpenFor(Fiber fiber) => (IsPulsed || isTimed) && monitor.IsOpenFor(fiber);
}
