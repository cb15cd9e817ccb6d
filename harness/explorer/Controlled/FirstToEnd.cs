namespace Katas.Harness.Explorer.Controlled;

/// <summary>
/// The first of several tasks to end. Who ends a task tells one after the other who waits for it, and others come between: of two that wait
/// for the first of the same tasks, each may be told of another.
/// </summary>
internal static class FirstToEnd
{
    /// <summary><see langword="null"/> when the framework has to answer: the caller is not explored, one has ended, or there is none.</summary>
    public static Task<TTask>? Of<TTask>(TTask[] tasks, int site)
        where TTask : Task
    {
        Tasks.Observe("looks at tasks", site);
        if (
            !SchedulingPoints.IsExplored(out _, out _)
            || tasks is null or []
            || Array.Exists(tasks, task => task is null or { IsCompleted: true })
        )
            return null;
        var first = new TaskCompletionSource<TTask>();
        foreach (var task in tasks)
        {
            _ = task.ContinueWith(
                _ => Complete(first, task, site),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
        }
        return first.Task;
    }

    /// <summary>What continues the first task, as what continues the task that says which it was.</summary>
    public static Action<Task<TTask>>? Continuing<TTask>(Action<TTask>? action) =>
        action is null ? null : first => action(first.Result);

    public static Func<Task<TTask>, T>? Continuing<TTask, T>(Func<TTask, T>? function) =>
        function is null ? null : first => function(first.Result);

    private static void Complete<TTask>(TaskCompletionSource<TTask> first, TTask ended, int site)
        where TTask : Task
    {
        if (first.Task.IsCompleted)
            return;
        Tasks.ChangeQuietly("tells who waits for the first task", site);
        first.TrySetResult(ended);
    }
}
