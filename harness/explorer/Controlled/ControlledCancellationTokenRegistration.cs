using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="CancellationTokenRegistration"/>: it ends when its callback has run, or cannot run any more.</summary>
[Controls(typeof(CancellationTokenRegistration))]
internal static class ControlledCancellationTokenRegistration
{
    public static void Dispose(ref CancellationTokenRegistration registration, int site)
    {
        if (!SchedulingPoints.IsExplored(out var execution, out var fiber))
        {
            registration.Dispose();
            return;
        }
        if (TakeBack(execution, registration, site) is not { } callback)
            return;
        if (!callback.IsOpenFor(fiber))
            Tasks.WaitBehind(callback, "waits for the callback of", site);
    }

    public static ValueTask DisposeAsync(ref CancellationTokenRegistration registration, int site)
    {
        if (!SchedulingPoints.IsExplored(out var execution, out var fiber))
            return registration.DisposeAsync();
        return TakeBack(execution, registration, site) is { } callback && !callback.IsOpenFor(fiber)
            ? new ValueTask(callback.End)
            : ValueTask.CompletedTask;
    }

    public static bool Unregister(ref CancellationTokenRegistration registration, int site)
    {
        Tasks.Change("takes a registration back", site);
        return registration.Unregister();
    }

    /// <summary>The callback, when it is too late to take it back.</summary>
    private static TokenCallback? TakeBack(
        Execution execution,
        CancellationTokenRegistration registration,
        int site
    )
    {
        Tasks.Change("takes a registration back", site);
        return registration.Unregister() ? null : TokenCallback.Find(execution, registration);
    }
}
