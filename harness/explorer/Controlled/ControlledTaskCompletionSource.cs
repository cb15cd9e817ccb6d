namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="TaskCompletionSource"/>: setting the result is a step, and runs the continuations that may run at once.</summary>
[Controls(typeof(TaskCompletionSource))]
internal static class ControlledTaskCompletionSource
{
    public static void SetResult(TaskCompletionSource source, int site)
    {
        Tasks.Change("ends a task", site);
        source.SetResult();
    }

    public static bool TrySetResult(TaskCompletionSource source, int site)
    {
        Tasks.Change("ends a task", site);
        return source.TrySetResult();
    }

    public static void SetException(TaskCompletionSource source, Exception exception, int site)
    {
        Tasks.Change("ends a task", site);
        source.SetException(exception);
    }

    public static bool TrySetException(TaskCompletionSource source, Exception exception, int site)
    {
        Tasks.Change("ends a task", site);
        return source.TrySetException(exception);
    }

    public static void SetCanceled(TaskCompletionSource source, int site)
    {
        Tasks.Change("ends a task", site);
        source.SetCanceled();
    }

    public static bool TrySetCanceled(TaskCompletionSource source, int site)
    {
        Tasks.Change("ends a task", site);
        return source.TrySetCanceled();
    }

    public static void SetCanceled(
        TaskCompletionSource source,
        CancellationToken cancellationToken,
        int site
    )
    {
        Tasks.Change("ends a task", site);
        source.SetCanceled(cancellationToken);
    }

    public static bool TrySetCanceled(
        TaskCompletionSource source,
        CancellationToken cancellationToken,
        int site
    )
    {
        Tasks.Change("ends a task", site);
        return source.TrySetCanceled(cancellationToken);
    }
}
