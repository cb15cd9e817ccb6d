using Katas.Harness.Explorer.Scheduling;

// A Lock is only the key of its state here; nothing locks it as a monitor.
#pragma warning disable CS9216

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="Lock"/>.</summary>
[Controls(typeof(Lock))]
internal static class ControlledLock
{
    public static void Enter(Lock gate, int site)
    {
        if (!Monitors.TryEnter(gate, LocationKind.Lock, Timeout.Infinite, site, out _))
            gate.Enter();
    }

    public static Lock.Scope EnterScope(Lock gate, int site)
    {
        if (!Monitors.TryEnter(gate, LocationKind.Lock, Timeout.Infinite, site, out _))
            return gate.EnterScope();
        return ControlledLockScope.Of(gate);
    }

    public static bool TryEnter(Lock gate, int site) => TryEnter(gate, 0, site);

    public static bool TryEnter(Lock gate, TimeSpan timeout, int site) =>
        TryEnter(gate, Timeouts.Of(timeout), site);

    public static bool TryEnter(Lock gate, int millisecondsTimeout, int site) =>
        Monitors.TryEnter(gate, LocationKind.Lock, millisecondsTimeout, site, out var taken)
            ? taken
            : gate.TryEnter(millisecondsTimeout);

    public static void Exit(Lock gate, int site)
    {
        if (!Monitors.Exit(gate, LocationKind.Lock, site))
            gate.Exit();
    }

    public static bool get_IsHeldByCurrentThread(Lock gate, int site) =>
        gate is not null && SchedulingPoints.IsExplored(out var execution, out var fiber)
            ? MonitorState.Of(execution, gate, LocationKind.Lock).IsHeldBy(fiber)
            : gate!.IsHeldByCurrentThread;
}
