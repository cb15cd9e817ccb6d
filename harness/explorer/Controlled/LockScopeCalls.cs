using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="Lock.Scope"/>: scopes end in the reverse of the order in which they began.</summary>
[Controls(typeof(Lock.Scope))]
internal static class LockScopeCalls
{
    public static void Dispose(ref Lock.Scope scope, int site)
    {
        if (!Points.IsExplored(out _, out var fiber) || !fiber.Scopes.TryPop(out var gate))
            scope.Dispose();
        else
            Monitors.Exit(gate, LocationKind.Lock, site);
    }
}
