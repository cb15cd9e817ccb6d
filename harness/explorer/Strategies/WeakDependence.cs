using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Strategies;

/// <summary>
/// When it matters, in a weak memory, that a step on a location comes after another that is taken before it. A read chooses among all writes, old and
/// new, and an ordinary write among all places, so much that would depend on the order in sequentially consistent memory depends on that choice alone.
/// </summary>
internal static class WeakDependence
{
    /// <summary>Whether an access has another effect once a step was taken.</summary>
    public static bool DependsOn(AccessKind access, AccessKind step) =>
        access switch
        {
            AccessKind.StrongRead or AccessKind.Exchange => IsWrite(step)
                || (access == AccessKind.Exchange && step == AccessKind.StrongRead),
            AccessKind.StrongWrite => step
                is AccessKind.StrongWrite
                    or AccessKind.Exchange
                    or AccessKind.StrongRead,
            AccessKind.WeakWrite => step is AccessKind.Exchange or AccessKind.StrongRead,
            _ => false,
        };

    /// <summary>Whether an access can take effect in more ways once a step was taken, and in the same ways as before.</summary>
    public static bool GainsFrom(AccessKind access, AccessKind step) =>
        access switch
        {
            AccessKind.WeakRead => IsWrite(step),
            AccessKind.WeakWrite => step == AccessKind.StrongWrite,
            _ => false,
        };

    private static bool IsWrite(AccessKind step) =>
        step is AccessKind.WeakWrite or AccessKind.StrongWrite or AccessKind.Exchange;
}
