using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="Mutex"/>.</summary>
[Controls(typeof(Mutex))]
internal static class ControlledMutex
{
    public static void ReleaseMutex(Mutex mutex, int site)
    {
        if (!Monitors.Exit(mutex, LocationKind.Mutex, site))
            mutex.ReleaseMutex();
    }
}
