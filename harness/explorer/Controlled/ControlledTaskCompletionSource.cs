namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="TaskCompletionSource"/>: setting the result is a step, and runs the continuations that may run at once.</summary>
[Controls(typeof(TaskCompletionSource))]
internal static class ControlledTaskCompletionSource
{
    public static TaskCompletionSource New(TaskCreationOptions creationOptions, int site) =>
        New(null, creationOptions, site);

    public static TaskCompletionSource New(
        object? state,
        TaskCreationOptions creationOptions,
        int site
    )
    {
        if (
            !creationOptions.HasFlag(TaskCreationOptions.RunContinuationsAsynchronously)
            || !SchedulingPoints.IsExplored(out _, out _)
        )
            return new TaskCompletionSource(state, creationOptions);
        // The real one would continue some of what waits for it on the pool.
        var source = new TaskCompletionSource(
            state,
            creationOptions & ~TaskCreationOptions.RunContinuationsAsynchronously
        );
        Tasks.RunContinuationsLater(source.Task);
        return source;
    }

    public static void SetResult(TaskCompletionSource source, int site)
    {
        Tasks.End(source.Task, () => source.SetResult(), site);
    }

    public static bool TrySetResult(TaskCompletionSource source, int site)
    {
        return Tasks.End(source.Task, () => source.TrySetResult(), site);
    }

    public static void SetException(TaskCompletionSource source, Exception exception, int site)
    {
        Tasks.End(source.Task, () => source.SetException(exception), site);
    }

    public static bool TrySetException(TaskCompletionSource source, Exception exception, int site)
    {
        return Tasks.End(source.Task, () => source.TrySetException(exception), site);
    }

    public static void SetCanceled(TaskCompletionSource source, int site)
    {
        Tasks.End(source.Task, () => source.SetCanceled(), site);
    }

    public static bool TrySetCanceled(TaskCompletionSource source, int site)
    {
        return Tasks.End(source.Task, () => source.TrySetCanceled(), site);
    }

    public static void SetCanceled(
        TaskCompletionSource source,
        CancellationToken cancellationToken,
        int site
    )
    {
        Tasks.End(source.Task, () => source.SetCanceled(cancellationToken), site);
    }

    public static bool TrySetCanceled(
        TaskCompletionSource source,
        CancellationToken cancellationToken,
        int site
    )
    {
        return Tasks.End(source.Task, () => source.TrySetCanceled(cancellationToken), site);
    }

    public static void SetException(
        TaskCompletionSource source,
        IEnumerable<Exception> exceptions,
        int site
    ) => Tasks.End(source.Task, () => source.SetException(exceptions), site);

    public static bool TrySetException(
        TaskCompletionSource source,
        IEnumerable<Exception> exceptions,
        int site
    ) => Tasks.End(source.Task, () => source.TrySetException(exceptions), site);

    public static void SetFromTask(TaskCompletionSource source, Task completedTask, int site) =>
        Tasks.End(source.Task, () => source.SetFromTask(completedTask), site);

    public static bool TrySetFromTask(TaskCompletionSource source, Task completedTask, int site) =>
        Tasks.End(source.Task, () => source.TrySetFromTask(completedTask), site);
}
