namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="Task"/>: the object stays, its work runs on a fiber.</summary>
[Controls(typeof(Task))]
internal static class TaskCalls
{
    public static Task Run(Action action, int site) => Run(action, CancellationToken.None, site);

    public static Task Run(Action action, CancellationToken cancellationToken, int site) =>
        TaskFactoryCalls.Start(
            () =>
            {
                action();
                return true;
            },
            cancellationToken,
            site
        ) ?? Task.Run(action, cancellationToken);

    public static Task<T> Run<T>(Func<T> function, int site) =>
        Run(function, CancellationToken.None, site);

    public static Task<T> Run<T>(Func<T> function, CancellationToken cancellationToken, int site) =>
        TaskFactoryCalls.Start(function, cancellationToken, site)
        ?? Task.Run(function, cancellationToken);

    public static Task Run(Func<Task> function, int site) =>
        Run(function, CancellationToken.None, site);

    public static Task Run(Func<Task> function, CancellationToken cancellationToken, int site) =>
        TaskFactoryCalls.Start(function, cancellationToken, site)?.Unwrap()
        ?? Task.Run(function, cancellationToken);

    public static Task<T> Run<T>(Func<Task<T>> function, int site) =>
        Run(function, CancellationToken.None, site);

    public static Task<T> Run<T>(
        Func<Task<T>> function,
        CancellationToken cancellationToken,
        int site
    ) =>
        TaskFactoryCalls.Start(function, cancellationToken, site)?.Unwrap()
        ?? Task.Run(function, cancellationToken);

    public static void Start(Task task, int site)
    {
        if (Points.IsExplored(out var execution, out _))
            task.Start(execution.Tasks);
        else
            task.Start();
    }

    public static void Wait(Task task, int site)
    {
        Tasks.Await(() => task.IsCompleted, "waits for a task", site);
        task.Wait();
    }

    public static bool Wait(Task task, TimeSpan timeout, int site) =>
        Wait(task, Timeouts.Of(timeout), site);

    public static bool Wait(Task task, int millisecondsTimeout, int site)
    {
        if (!Points.IsExplored(out _, out _))
            return task.Wait(millisecondsTimeout);
        if (millisecondsTimeout == Timeout.Infinite)
            Tasks.Await(() => task.IsCompleted, "waits for a task", site);
        else
            Tasks.Look("waits a while for a task", site);
        return task.Wait(0);
    }

    public static void WaitAll(Task[] tasks, int site)
    {
        Tasks.Await(
            () => Array.TrueForAll(tasks, task => task.IsCompleted),
            "waits for all tasks",
            site
        );
        Task.WaitAll(tasks);
    }

    public static int WaitAny(Task[] tasks, int site)
    {
        Tasks.Await(
            () => Array.Exists(tasks, task => task.IsCompleted),
            "waits for any task",
            site
        );
        return Task.WaitAny(tasks);
    }

    public static System.Runtime.CompilerServices.TaskAwaiter GetAwaiter(Task task, int site)
    {
        Tasks.Look("awaits a task", site);
        return task.GetAwaiter();
    }

    public static System.Runtime.CompilerServices.ConfiguredTaskAwaitable ConfigureAwait(
        Task task,
        bool continueOnCapturedContext,
        int site
    )
    {
        Tasks.Look("awaits a task", site);
        // Without the context the continuation would go to a pool that nobody controls here.
        return task.ConfigureAwait(continueOnCapturedContext || Points.IsExplored(out _, out _));
    }

    public static bool get_IsCompleted(Task task, int site)
    {
        Tasks.Look("looks at a task", site);
        return task.IsCompleted;
    }

    public static bool get_IsCompletedSuccessfully(Task task, int site)
    {
        Tasks.Look("looks at a task", site);
        return task.IsCompletedSuccessfully;
    }

    public static bool get_IsFaulted(Task task, int site)
    {
        Tasks.Look("looks at a task", site);
        return task.IsFaulted;
    }

    public static bool get_IsCanceled(Task task, int site)
    {
        Tasks.Look("looks at a task", site);
        return task.IsCanceled;
    }

    public static TaskStatus get_Status(Task task, int site)
    {
        Tasks.Look("looks at a task", site);
        return task.Status;
    }

    public static Task Delay(int millisecondsDelay, int site) =>
        Delay(millisecondsDelay, CancellationToken.None, site);

    public static Task Delay(TimeSpan delay, int site) =>
        Delay(Timeouts.Of(delay), CancellationToken.None, site);

    public static Task Delay(TimeSpan delay, CancellationToken cancellationToken, int site) =>
        Delay(Timeouts.Of(delay), cancellationToken, site);

    public static Task Delay(int millisecondsDelay, CancellationToken cancellationToken, int site)
    {
        if (!Points.IsExplored(out var execution, out var fiber))
        {
#pragma warning disable RS0030 // It is the kata's own call, made outside an exploration.
            return Task.Delay(millisecondsDelay, cancellationToken);
#pragma warning restore RS0030
        }
        Timeouts.Demand(millisecondsDelay);
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled(cancellationToken);
        if (millisecondsDelay == 0)
            return Task.CompletedTask;
        var source = new TaskCompletionSource();
        cancellationToken.Register(() => source.TrySetCanceled(cancellationToken));
        if (millisecondsDelay != Timeout.Infinite)
            Tasks.Later(execution, fiber, () => source.TrySetResult(), site);
        return source.Task;
    }

    public static Task ContinueWith(Task task, Action<Task> continuation, int site)
    {
        Tasks.Look("continues a task", site);
        return task.ContinueWith(continuation, Scheduler);
    }

    public static Task<T> ContinueWith<T>(Task task, Func<Task, T> continuation, int site)
    {
        Tasks.Look("continues a task", site);
        return task.ContinueWith(continuation, Scheduler);
    }

    public static Task ContinueWith(
        Task task,
        Action<Task> continuation,
        TaskContinuationOptions options,
        int site
    )
    {
        Tasks.Look("continues a task", site);
        return task.ContinueWith(continuation, CancellationToken.None, options, Scheduler);
    }

    /// <summary>Where continuations go that name no scheduler.</summary>
    public static TaskScheduler Scheduler =>
        Points.IsExplored(out var execution, out _) ? execution.Tasks : TaskScheduler.Current;
}
