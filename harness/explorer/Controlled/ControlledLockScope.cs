using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="Lock.Scope"/>, which releases its lock once.</summary>
[Controls(typeof(Lock.Scope))]
internal static class ControlledLockScope
{
    public static void Dispose(ref Lock.Scope scope, int site)
    {
        ref var gate = ref GateOf(ref scope);
        if (gate is null || !SchedulingPoints.IsExplored(out _, out _))
        {
            scope.Dispose();
            return;
        }
        var held = gate;
        gate = null;
        ControlledLock.Exit(held, site);
    }

    /// <summary>A scope of a lock that only the explorer has taken.</summary>
    public static Lock.Scope Of(Lock gate)
    {
        var scope = default(Lock.Scope);
        GateOf(ref scope) = gate;
        return scope;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_lockObj")]
    private static extern ref Lock? GateOf(ref Lock.Scope scope);
}
