using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="Mutex"/>. The real one stays free.</summary>
[Controls(typeof(Mutex))]
internal static class ControlledMutex
{
    public static Mutex New(int site) => new();

    public static Mutex New(bool initiallyOwned, int site)
    {
        if (!initiallyOwned || !SchedulingPoints.IsExplored(out _, out _))
            return new Mutex(initiallyOwned);
        var mutex = new Mutex();
        Monitors.TryEnter(mutex, LocationKind.Mutex, Timeout.Infinite, site, out _);
        return mutex;
    }

    public static void ReleaseMutex(Mutex mutex, int site)
    {
        // The real one throws what belongs to a release without the lock.
        if (
            !Monitors.IsHeld(mutex, LocationKind.Mutex)
            || !Monitors.Exit(mutex, LocationKind.Mutex, site)
        )
            mutex.ReleaseMutex();
    }
}
