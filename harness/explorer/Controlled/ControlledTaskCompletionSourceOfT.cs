namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="TaskCompletionSource{T}"/>: setting the result is a step, and runs the continuations that may run at once.</summary>
[Controls(typeof(TaskCompletionSource<>))]
internal static class ControlledTaskCompletionSourceOfT
{
    public static TaskCompletionSource<T> New<T>(TaskCreationOptions creationOptions, int site) =>
        New<T>(null, creationOptions, site);

    public static TaskCompletionSource<T> New<T>(
        object? state,
        TaskCreationOptions creationOptions,
        int site
    )
    {
        if (
            !creationOptions.HasFlag(TaskCreationOptions.RunContinuationsAsynchronously)
            || !SchedulingPoints.IsExplored(out _, out _)
        )
            return new TaskCompletionSource<T>(state, creationOptions);
        // The real one would continue some of what waits for it on the pool.
        var source = new TaskCompletionSource<T>(
            state,
            creationOptions & ~TaskCreationOptions.RunContinuationsAsynchronously
        );
        Tasks.RunContinuationsLater(source.Task);
        return source;
    }

    public static void SetResult<T>(TaskCompletionSource<T> source, T result, int site)
    {
        Tasks.End(source.Task, () => source.SetResult(result), site);
    }

    public static bool TrySetResult<T>(TaskCompletionSource<T> source, T result, int site)
    {
        return Tasks.End(source.Task, () => source.TrySetResult(result), site);
    }

    public static void SetException<T>(
        TaskCompletionSource<T> source,
        Exception exception,
        int site
    )
    {
        Tasks.End(source.Task, () => source.SetException(exception), site);
    }

    public static bool TrySetException<T>(
        TaskCompletionSource<T> source,
        Exception exception,
        int site
    )
    {
        return Tasks.End(source.Task, () => source.TrySetException(exception), site);
    }

    public static void SetCanceled<T>(TaskCompletionSource<T> source, int site)
    {
        Tasks.End(source.Task, () => source.SetCanceled(), site);
    }

    public static bool TrySetCanceled<T>(TaskCompletionSource<T> source, int site)
    {
        return Tasks.End(source.Task, () => source.TrySetCanceled(), site);
    }

    public static void SetCanceled<T>(
        TaskCompletionSource<T> source,
        CancellationToken cancellationToken,
        int site
    )
    {
        Tasks.End(source.Task, () => source.SetCanceled(cancellationToken), site);
    }

    public static bool TrySetCanceled<T>(
        TaskCompletionSource<T> source,
        CancellationToken cancellationToken,
        int site
    )
    {
        return Tasks.End(source.Task, () => source.TrySetCanceled(cancellationToken), site);
    }

    public static void SetException<T>(
        TaskCompletionSource<T> source,
        IEnumerable<Exception> exceptions,
        int site
    ) => Tasks.End(source.Task, () => source.SetException(exceptions), site);

    public static bool TrySetException<T>(
        TaskCompletionSource<T> source,
        IEnumerable<Exception> exceptions,
        int site
    ) => Tasks.End(source.Task, () => source.TrySetException(exceptions), site);

    public static void SetFromTask<T>(
        TaskCompletionSource<T> source,
        Task<T> completedTask,
        int site
    ) => Tasks.End(source.Task, () => source.SetFromTask(completedTask), site);

    public static bool TrySetFromTask<T>(
        TaskCompletionSource<T> source,
        Task<T> completedTask,
        int site
    ) => Tasks.End(source.Task, () => source.TrySetFromTask(completedTask), site);
}
