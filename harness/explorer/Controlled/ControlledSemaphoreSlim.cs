using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="SemaphoreSlim"/>.</summary>
[Controls(typeof(SemaphoreSlim))]
internal static class ControlledSemaphoreSlim
{
    public static void Dispose(SemaphoreSlim disposed, int site) => Disposal.Of(disposed, site);

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
            () => semaphore.CurrentCount > 0,
            millisecondsTimeout,
            cancellationToken,
            site
        ) switch
        {
            null => semaphore.Wait(millisecondsTimeout, cancellationToken),
            var isOpen => isOpen.Value && semaphore.Wait(0, CancellationToken.None),
        };

    public static Task WaitAsync(SemaphoreSlim semaphore, int site) =>
        WaitAsync(semaphore, Timeout.Infinite, CancellationToken.None, site);

    public static Task WaitAsync(
        SemaphoreSlim semaphore,
        CancellationToken cancellationToken,
        int site
    ) => WaitAsync(semaphore, Timeout.Infinite, cancellationToken, site);

    public static Task<bool> WaitAsync(SemaphoreSlim semaphore, TimeSpan timeout, int site) =>
        WaitAsync(semaphore, Timeouts.Of(timeout), CancellationToken.None, site);

    public static Task<bool> WaitAsync(
        SemaphoreSlim semaphore,
        TimeSpan timeout,
        CancellationToken cancellationToken,
        int site
    ) => WaitAsync(semaphore, Timeouts.Of(timeout), cancellationToken, site);

    public static Task<bool> WaitAsync(
        SemaphoreSlim semaphore,
        int millisecondsTimeout,
        int site
    ) => WaitAsync(semaphore, millisecondsTimeout, CancellationToken.None, site);

    public static Task<bool> WaitAsync(
        SemaphoreSlim semaphore,
        int millisecondsTimeout,
        CancellationToken cancellationToken,
        int site
    )
    {
        Timeouts.Validate(millisecondsTimeout);
        if (cancellationToken.CanBeCanceled)
            Tasks.Observe("looks at a token", site);
        Primitive.Change(semaphore, LocationKind.Semaphore, "asks for", site);
        var waitsForNothingElse =
            millisecondsTimeout is 0 or Timeout.Infinite && !cancellationToken.CanBeCanceled;
        return
            waitsForNothingElse
            || semaphore.CurrentCount > 0
            || cancellationToken.IsCancellationRequested
            || !SchedulingPoints.IsExplored(out var execution, out var fiber)
            ? semaphore.WaitAsync(millisecondsTimeout, cancellationToken)
            : Queue(execution, fiber, semaphore, millisecondsTimeout, cancellationToken, site);
    }

    /// <summary>A wait that may also end by a token or by time would end on the pool. Here a fiber waits in its place.</summary>
    private static Task<bool> Queue(
        Execution execution,
        Fiber fiber,
        SemaphoreSlim semaphore,
        int millisecondsTimeout,
        CancellationToken cancellationToken,
        int site
    )
    {
        var source = new TaskCompletionSource<bool>();
        void WaitInPlace()
        {
            try
            {
                var entered = Wait(semaphore, millisecondsTimeout, cancellationToken, site);
                Tasks.Change("ends a task", site);
                source.SetResult(entered);
            }
            catch (OperationCanceledException)
            {
                Tasks.Change("ends a task", site);
                source.SetCanceled(cancellationToken);
            }
            catch (ObjectDisposedException)
            {
                // A disposed semaphore lets no waiter in.
                Tasks.Change("ends a task", site);
                source.SetCanceled(CancellationToken.None);
            }
        }
        execution.Spawn(fiber, $"wait {execution.Fibers.Count}", WaitInPlace).IsBackground = true;
        return source.Task;
    }

    public static int Release(SemaphoreSlim semaphore, int site) => Release(semaphore, 1, site);

    public static int Release(SemaphoreSlim semaphore, int releaseCount, int site)
    {
        Primitive.Change(semaphore, LocationKind.Semaphore, "releases", site);
        return semaphore.Release(releaseCount);
    }

    public static int get_CurrentCount(SemaphoreSlim semaphore, int site)
    {
        Primitive.Observe(semaphore, LocationKind.Semaphore, site);
        return semaphore.CurrentCount;
    }

    public static WaitHandle get_AvailableWaitHandle(SemaphoreSlim semaphore, int site) =>
        Handles.SetOwner(semaphore.AvailableWaitHandle, semaphore, LocationKind.Semaphore);
}
