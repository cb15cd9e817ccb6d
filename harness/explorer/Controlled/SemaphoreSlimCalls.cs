using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="SemaphoreSlim"/>.</summary>
[Controls(typeof(SemaphoreSlim))]
internal static class SemaphoreSlimCalls
{
    public static void Wait(SemaphoreSlim semaphore, int site) =>
        Wait(semaphore, Timeout.Infinite, site);

    public static void Wait(
        SemaphoreSlim semaphore,
        CancellationToken cancellationToken,
        int site
    ) => Wait(semaphore, Timeout.Infinite, cancellationToken, site);

    public static bool Wait(SemaphoreSlim semaphore, TimeSpan timeout, int site) =>
        Wait(semaphore, Timeouts.Of(timeout), site);

    public static bool Wait(
        SemaphoreSlim semaphore,
        TimeSpan timeout,
        CancellationToken cancellationToken,
        int site
    ) => Wait(semaphore, Timeouts.Of(timeout), cancellationToken, site);

    public static bool Wait(SemaphoreSlim semaphore, int millisecondsTimeout, int site) =>
        Wait(semaphore, millisecondsTimeout, CancellationToken.None, site);

    public static bool Wait(
        SemaphoreSlim semaphore,
        int millisecondsTimeout,
        CancellationToken cancellationToken,
        int site
    ) =>
        Primitive.Wait(
            semaphore,
            LocationKind.Semaphore,
            () => semaphore.CurrentCount > 0 || cancellationToken.IsCancellationRequested,
            millisecondsTimeout,
            "waits for",
            site
        )
            ? semaphore.Wait(0, cancellationToken)
            : semaphore.Wait(millisecondsTimeout, cancellationToken);

    public static Task WaitAsync(SemaphoreSlim semaphore, int site) =>
        WaitAsync(semaphore, CancellationToken.None, site);

    public static Task WaitAsync(
        SemaphoreSlim semaphore,
        CancellationToken cancellationToken,
        int site
    )
    {
        Primitive.Change(semaphore, LocationKind.Semaphore, "asks for", site);
        return semaphore.WaitAsync(cancellationToken);
    }

    public static int Release(SemaphoreSlim semaphore, int site) => Release(semaphore, 1, site);

    public static int Release(SemaphoreSlim semaphore, int releaseCount, int site)
    {
        Primitive.Change(semaphore, LocationKind.Semaphore, "releases", site);
        return semaphore.Release(releaseCount);
    }

    public static int get_CurrentCount(SemaphoreSlim semaphore, int site)
    {
        Primitive.Look(semaphore, LocationKind.Semaphore, site);
        return semaphore.CurrentCount;
    }
}
