namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="Semaphore"/>. The real one keeps the count.</summary>
[Controls(typeof(Semaphore))]
internal static class ControlledSemaphore
{
    public static Semaphore New(int initialCount, int maximumCount, int site) =>
        new(initialCount, maximumCount);

    public static int Release(Semaphore semaphore, int site) => Release(semaphore, 1, site);

    public static int Release(Semaphore semaphore, int releaseCount, int site)
    {
        Primitive.Change(semaphore, Scheduling.LocationKind.Semaphore, "releases", site);
        return semaphore.Release(releaseCount);
    }
}
