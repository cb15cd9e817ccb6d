using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>
/// Steps on a synchronisation object of the framework. The object itself keeps the state and the rules: the scheduler lets a fiber through only
/// when the real call would not block, and then the real call is made.
/// </summary>
internal static class Primitive
{
    /// <summary>A step before a call that changes the object, or may.</summary>
    public static void Change(object primitive, int kind, string what, int site) =>
        Step(primitive, kind, OperationKind.Write, what, site);

    /// <summary>A step before a call that only reads the object.</summary>
    public static void Observe(object primitive, int kind, int site) =>
        Step(primitive, kind, OperationKind.Read, "looks at", site);

    /// <summary>Disposes: whoever waits for the object then, or later, gets what the real one throws.</summary>
    public static void Dispose(object primitive, int kind, int site)
    {
        Change(primitive, kind, "disposes of", site);
        if (SchedulingPoints.IsExplored(out var execution, out _))
            execution.Heap.Of(primitive, kind).State ??= Disposed;
    }

    private static readonly object Disposed = new();

    /// <summary>Waits until the real call would not block; <see langword="false"/> when the caller is not explored.</summary>
    /// <param name="milliseconds">How long, or infinite. If it is not, giving up is the scheduler's choice whenever the call would block.</param>
    public static bool Wait(
        object primitive,
        int kind,
        Func<bool> isOpen,
        int milliseconds,
        string what,
        int site
    )
    {
        Timeouts.Validate(milliseconds);
        if (!SchedulingPoints.IsExplored(out var execution, out var fiber))
            return false;
        var location = execution.Heap.Of(primitive, kind);
        var gate = milliseconds == Timeout.Infinite ? new Condition(isOpen) : null;
        execution.Reach(
            fiber,
            new(
                OperationKind.Write,
                location,
                site,
                gate,
                what,
                Wait: WaitKind.Condition,
                Rest: milliseconds == 0 ? null : gate ?? new Condition(isOpen)
            )
        );
        execution.Commit(fiber, isOpen() ? OperationKind.Write : OperationKind.Read);
        return true;
    }

    /// <summary>
    /// Waits until the real call would not block or the token is cancelled: whether it lets the caller through; <see langword="null"/> when the
    /// caller is not explored.
    /// </summary>
    public static bool? Wait(
        object primitive,
        int kind,
        Func<bool> isOpen,
        int milliseconds,
        CancellationToken cancellationToken,
        int site
    )
    {
        Timeouts.Validate(milliseconds);
        if (!SchedulingPoints.IsExplored(out var execution, out _))
            return null;
        var location = execution.Heap.Of(primitive, kind);
        // The token is read before the wait, and again when that decides. A cancellation comes before or after such a read, never into the wait.
        Tasks.ThrowIfCancelled(cancellationToken, site);
        Wait(
            primitive,
            kind,
            () =>
                isOpen() || location.State == Disposed || cancellationToken.IsCancellationRequested,
            milliseconds,
            "waits for",
            site
        );
        if (isOpen() || location.State == Disposed)
            return true;
        Tasks.ThrowIfCancelled(cancellationToken, site);
        return false;
    }

    private static void Step(
        object primitive,
        int kind,
        OperationKind operation,
        string what,
        int site
    )
    {
        if (primitive is not null && SchedulingPoints.IsExplored(out var execution, out var fiber))
            execution.Step(
                fiber,
                new(operation, execution.Heap.Of(primitive, kind), site, null, what)
            );
    }
}
