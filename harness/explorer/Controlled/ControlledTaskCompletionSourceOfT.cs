namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="TaskCompletionSource{T}"/>: setting the result is a step, and runs the continuations that may run at once.</summary>
[Controls(typeof(TaskCompletionSource<>))]
internal static class ControlledTaskCompletionSourceOfT
{
    public static void SetResult<T>(TaskCompletionSource<T> source, T result, int site)
    {
        Tasks.Change("ends a task", site);
        source.SetResult(result);
    }

    public static bool TrySetResult<T>(TaskCompletionSource<T> source, T result, int site)
    {
        Tasks.Change("ends a task", site);
        return source.TrySetResult(result);
    }

    public static void SetException<T>(
        TaskCompletionSource<T> source,
        Exception exception,
        int site
    )
    {
        Tasks.Change("ends a task", site);
        source.SetException(exception);
    }

    public static bool TrySetException<T>(
        TaskCompletionSource<T> source,
        Exception exception,
        int site
    )
    {
        Tasks.Change("ends a task", site);
        return source.TrySetException(exception);
    }

    public static void SetCanceled<T>(TaskCompletionSource<T> source, int site)
    {
        Tasks.Change("ends a task", site);
        source.SetCanceled();
    }

    public static bool TrySetCanceled<T>(TaskCompletionSource<T> source, int site)
    {
        Tasks.Change("ends a task", site);
        return source.TrySetCanceled();
    }

    public static void SetCanceled<T>(
        TaskCompletionSource<T> source,
        CancellationToken cancellationToken,
        int site
    )
    {
        Tasks.Change("ends a task", site);
        source.SetCanceled(cancellationToken);
    }

    public static bool TrySetCanceled<T>(
        TaskCompletionSource<T> source,
        CancellationToken cancellationToken,
        int site
    )
    {
        Tasks.Change("ends a task", site);
        return source.TrySetCanceled(cancellationToken);
    }
}
