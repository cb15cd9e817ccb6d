using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="Task"/>: the object stays, its work runs on a fiber.</summary>
[Controls(typeof(Task))]
internal static class ControlledTask
{
    public static Task New(Action action, int site) => new Task(Ending(action, site));

    public static Task New(Action action, TaskCreationOptions creationOptions, int site) =>
        new Task(Ending(action, site), creationOptions);

    public static Task New(Action action, CancellationToken cancellationToken, int site) =>
        FiberTaskScheduler.MarkCancellable(
            new Task(Ending(action, site), cancellationToken),
            cancellationToken
        );

    public static Task New(
        Action action,
        CancellationToken cancellationToken,
        TaskCreationOptions creationOptions,
        int site
    ) =>
        FiberTaskScheduler.MarkCancellable(
            new Task(Ending(action, site), cancellationToken, creationOptions),
            cancellationToken
        );

    public static Task New(Action<object?> action, object? state, int site) =>
        new Task(Ending(action, site), state);

    public static Task New(
        Action<object?> action,
        object? state,
        TaskCreationOptions creationOptions,
        int site
    ) => new Task(Ending(action, site), state, creationOptions);

    public static Task New(
        Action<object?> action,
        object? state,
        CancellationToken cancellationToken,
        int site
    ) =>
        FiberTaskScheduler.MarkCancellable(
            new Task(Ending(action, site), state, cancellationToken),
            cancellationToken
        );

    public static Task New(
        Action<object?> action,
        object? state,
        CancellationToken cancellationToken,
        TaskCreationOptions creationOptions,
        int site
    ) =>
        FiberTaskScheduler.MarkCancellable(
            new Task(Ending(action, site), state, cancellationToken, creationOptions),
            cancellationToken
        );

    public static AggregateException? get_Exception(Task task, int site)
    {
        Tasks.Observe("looks at a task", site);
        return task.Exception;
    }

    public static void RunSynchronously(Task task, int site) => task.RunSynchronously(Scheduler);

    public static void RunSynchronously(Task task, TaskScheduler scheduler, int site) =>
        task.RunSynchronously(On(scheduler));

    public static Task<Task> WhenAny(Task[] tasks, int site) =>
        FirstToEnd.Of(tasks, site) ?? Task.WhenAny(tasks);

    public static Task<Task> WhenAny(ReadOnlySpan<Task> tasks, int site) =>
        FirstToEnd.Of(tasks.ToArray(), site) ?? Task.WhenAny(tasks);

    public static Task<Task> WhenAny(Task task1, Task task2, int site) =>
        FirstToEnd.Of([task1, task2], site) ?? Task.WhenAny(task1, task2);

    public static Task<Task> WhenAny(IEnumerable<Task> tasks, int site) =>
        tasks is null ? Task.WhenAny(tasks!) : WhenAny(tasks.ToArray(), site);

    public static Task<Task<T>> WhenAny<T>(Task<T>[] tasks, int site) =>
        FirstToEnd.Of(tasks, site) ?? Task.WhenAny(tasks);

    public static Task<Task<T>> WhenAny<T>(ReadOnlySpan<Task<T>> tasks, int site) =>
        FirstToEnd.Of(tasks.ToArray(), site) ?? Task.WhenAny(tasks);

    public static Task<Task<T>> WhenAny<T>(Task<T> task1, Task<T> task2, int site) =>
        FirstToEnd.Of([task1, task2], site) ?? Task.WhenAny(task1, task2);

    public static Task<Task<T>> WhenAny<T>(IEnumerable<Task<T>> tasks, int site) =>
        tasks is null ? Task.WhenAny(tasks!) : WhenAny(tasks.ToArray(), site);

    public static IAsyncEnumerable<Task> WhenEach(Task[] tasks, int site) =>
        Each(tasks, site) ?? Task.WhenEach(tasks);

    public static IAsyncEnumerable<Task> WhenEach(ReadOnlySpan<Task> tasks, int site) =>
        Each(tasks.ToArray(), site) ?? Task.WhenEach(tasks);

    public static IAsyncEnumerable<Task> WhenEach(IEnumerable<Task> tasks, int site) =>
        Each(tasks, site) ?? Task.WhenEach(tasks);

    public static IAsyncEnumerable<Task<T>> WhenEach<T>(Task<T>[] tasks, int site) =>
        Each(tasks, site) ?? Task.WhenEach(tasks);

    public static IAsyncEnumerable<Task<T>> WhenEach<T>(ReadOnlySpan<Task<T>> tasks, int site) =>
        Each(tasks.ToArray(), site) ?? Task.WhenEach(tasks);

    public static IAsyncEnumerable<Task<T>> WhenEach<T>(IEnumerable<Task<T>> tasks, int site) =>
        Each(tasks, site) ?? Task.WhenEach(tasks);

    /// <summary>Tasks as they end; <see langword="null"/> when the caller is not explored.</summary>
    private static IAsyncEnumerable<T>? Each<T>(IEnumerable<T> tasks, int site)
        where T : Task
    {
        if (tasks is null || !SchedulingPoints.IsExplored(out _, out _))
            return null;
        return Enumerate([.. tasks.Distinct()]);

        async IAsyncEnumerable<T> Enumerate(List<T> left)
        {
            while (left.Count > 0)
            {
                Tasks.Observe("looks at tasks", site);
                var ended = (T)
                    await new FiberAwaiter<Task>(new ValueTask<Task>(Task.WhenAny(left)));
                left.Remove(ended);
                yield return ended;
            }
        }
    }

    /// <summary>An action whose end is a step of its own.</summary>
    private static Action Ending(Action action, int site) =>
        () =>
        {
            try
            {
                action();
            }
            finally
            {
                Tasks.Change("ends a task", site);
            }
        };

    private static Action<object?> Ending(Action<object?> action, int site) =>
        state => Ending(() => action(state), site)();

    public static void Dispose(Task disposed, int site) => Disposal.Of(disposed, site);

    public static Task Run(Action action, int site) => Run(action, CancellationToken.None, site);

    public static Task Run(Action action, CancellationToken cancellationToken, int site) =>
        ControlledTaskFactory.Start(
            ControlledTaskFactory.Returning(action),
            cancellationToken,
            null,
            site
        ) ?? Task.Run(action, cancellationToken);

    public static Task<T> Run<T>(Func<T> function, int site) =>
        Run(function, CancellationToken.None, site);

    public static Task<T> Run<T>(Func<T> function, CancellationToken cancellationToken, int site) =>
        ControlledTaskFactory.Start(function, cancellationToken, null, site)
        ?? Task.Run(function, cancellationToken);

    public static Task Run(Func<Task> function, int site) =>
        Run(function, CancellationToken.None, site);

    public static Task Run(Func<Task> function, CancellationToken cancellationToken, int site) =>
        ControlledTaskFactory.Start(function, cancellationToken, null, site)?.Unwrap()
        ?? Task.Run(function, cancellationToken);

    public static Task<T> Run<T>(Func<Task<T>> function, int site) =>
        Run(function, CancellationToken.None, site);

    public static Task<T> Run<T>(
        Func<Task<T>> function,
        CancellationToken cancellationToken,
        int site
    ) =>
        ControlledTaskFactory.Start(function, cancellationToken, null, site)?.Unwrap()
        ?? Task.Run(function, cancellationToken);

    public static void Start(Task task, int site)
    {
        if (SchedulingPoints.IsExplored(out var execution, out _))
            task.Start(execution.Tasks);
        else
            task.Start();
    }

    public static void Start(Task task, TaskScheduler scheduler, int site) =>
        task.Start(On(scheduler));

    public static void Wait(Task task, int site) =>
        Wait(task, Timeout.Infinite, CancellationToken.None, site);

    public static void Wait(Task task, CancellationToken cancellationToken, int site) =>
        Wait(task, Timeout.Infinite, cancellationToken, site);

    public static bool Wait(Task task, TimeSpan timeout, int site) =>
        Wait(task, Timeouts.Of(timeout), CancellationToken.None, site);

    public static bool Wait(
        Task task,
        TimeSpan timeout,
        CancellationToken cancellationToken,
        int site
    ) => Wait(task, Timeouts.Of(timeout), cancellationToken, site);

    public static bool Wait(Task task, int millisecondsTimeout, int site) =>
        Wait(task, millisecondsTimeout, CancellationToken.None, site);

    public static bool Wait(
        Task task,
        int millisecondsTimeout,
        CancellationToken cancellationToken,
        int site
    )
    {
        if (
            !Tasks.Await(
                () => task.IsCompleted,
                millisecondsTimeout,
                cancellationToken,
                "a task",
                site,
                task
            )
        )
            return task.Wait(millisecondsTimeout, cancellationToken);
        // The real one, asked not to wait, does not look at the token.
        if (!task.IsCompleted)
            cancellationToken.ThrowIfCancellationRequested();
        return task.Wait(0, CancellationToken.None);
    }

    public static void WaitAll(Task[] tasks, int site) =>
        WaitAll(tasks, Timeout.Infinite, CancellationToken.None, site);

    public static void WaitAll(ReadOnlySpan<Task> tasks, int site) =>
        WaitAll(tasks.ToArray(), Timeout.Infinite, CancellationToken.None, site);

    public static void WaitAll(Task[] tasks, CancellationToken cancellationToken, int site) =>
        WaitAll(tasks, Timeout.Infinite, cancellationToken, site);

    public static void WaitAll(
        IEnumerable<Task> tasks,
        CancellationToken cancellationToken,
        int site
    ) => WaitAll([.. tasks], Timeout.Infinite, cancellationToken, site);

    public static bool WaitAll(Task[] tasks, TimeSpan timeout, int site) =>
        WaitAll(tasks, Timeouts.Of(timeout), CancellationToken.None, site);

    public static bool WaitAll(Task[] tasks, int millisecondsTimeout, int site) =>
        WaitAll(tasks, millisecondsTimeout, CancellationToken.None, site);

    public static bool WaitAll(
        Task[] tasks,
        int millisecondsTimeout,
        CancellationToken cancellationToken,
        int site
    ) =>
        Tasks.Await(
            () => Array.TrueForAll(tasks, task => task.IsCompleted),
            millisecondsTimeout,
            cancellationToken,
            "all tasks",
            site
        )
            ? Task.WaitAll(tasks, 0, cancellationToken)
            : Task.WaitAll(tasks, millisecondsTimeout, cancellationToken);

    public static int WaitAny(Task[] tasks, int site) =>
        WaitAny(tasks, Timeout.Infinite, CancellationToken.None, site);

    public static int WaitAny(Task[] tasks, CancellationToken cancellationToken, int site) =>
        WaitAny(tasks, Timeout.Infinite, cancellationToken, site);

    public static int WaitAny(Task[] tasks, TimeSpan timeout, int site) =>
        WaitAny(tasks, Timeouts.Of(timeout), CancellationToken.None, site);

    public static int WaitAny(Task[] tasks, int millisecondsTimeout, int site) =>
        WaitAny(tasks, millisecondsTimeout, CancellationToken.None, site);

    public static int WaitAny(
        Task[] tasks,
        int millisecondsTimeout,
        CancellationToken cancellationToken,
        int site
    ) =>
        Tasks.Await(
            () => Array.Exists(tasks, task => task.IsCompleted),
            millisecondsTimeout,
            cancellationToken,
            "any task",
            site
        )
            ? Task.WaitAny(tasks, 0, cancellationToken)
            : Task.WaitAny(tasks, millisecondsTimeout, cancellationToken);

    public static Task WaitAsync(Task task, CancellationToken cancellationToken, int site) =>
        WaitAsync(task, Timeout.InfiniteTimeSpan, cancellationToken, site);

    public static Task WaitAsync(Task task, TimeSpan timeout, int site) =>
        WaitAsync(task, timeout, CancellationToken.None, site);

    public static Task WaitAsync(
        Task task,
        TimeSpan timeout,
        CancellationToken cancellationToken,
        int site
    )
    {
        Tasks.Observe("awaits a task", site, task);
        return Tasks.Limit<bool>(task, timeout, site) is { } limit
            ? Task.WhenAny(task, limit).Unwrap().WaitAsync(cancellationToken)
            : task.WaitAsync(timeout, cancellationToken);
    }

    public static Task WaitAsync(
        Task task,
        TimeSpan timeout,
        TimeProvider timeProvider,
        int site
    ) => WaitAsync(task, timeout, timeProvider, CancellationToken.None, site);

    public static Task WaitAsync(
        Task task,
        TimeSpan timeout,
        TimeProvider timeProvider,
        CancellationToken cancellationToken,
        int site
    )
    {
        if (timeProvider == TimeProvider.System)
            return WaitAsync(task, timeout, cancellationToken, site);
        Tasks.Observe("awaits a task", site, task);
        return
            Tasks.Limit<bool>(task, timeout, timeProvider, cancellationToken, site)
                is var (limit, timer)
            ? Tasks.DisposingOf(
                timer,
                Task.WhenAny(task, limit).Unwrap().WaitAsync(cancellationToken)
            )
            : task.WaitAsync(timeout, timeProvider, cancellationToken);
    }

    public static System.Runtime.CompilerServices.TaskAwaiter GetAwaiter(Task task, int site)
    {
        Tasks.Observe("awaits a task", site, task);
        Tasks.Configure(true);
        return task.GetAwaiter();
    }

    public static System.Runtime.CompilerServices.ConfiguredTaskAwaitable ConfigureAwait(
        Task task,
        bool continueOnCapturedContext,
        int site
    )
    {
        Tasks.Observe("awaits a task", site, task);
        // Without any context the continuation would run on the thread pool, which is not controlled.
        return task.ConfigureAwait(Tasks.Configure(continueOnCapturedContext));
    }

    public static System.Runtime.CompilerServices.ConfiguredTaskAwaitable ConfigureAwait(
        Task task,
        ConfigureAwaitOptions options,
        int site
    )
    {
        Tasks.Observe("awaits a task", site, task);
        var later = Tasks.ForcesYielding(options)
            ? ContinueWith(task, ended => ended, site).Unwrap()
            : task;
        return later.ConfigureAwait(Tasks.InContext(options));
    }

    public static bool get_IsCompleted(Task task, int site)
    {
        Tasks.Observe("looks at a task", site);
        return task.IsCompleted;
    }

    public static bool get_IsCompletedSuccessfully(Task task, int site)
    {
        Tasks.Observe("looks at a task", site);
        return task.IsCompletedSuccessfully;
    }

    public static bool get_IsFaulted(Task task, int site)
    {
        Tasks.Observe("looks at a task", site);
        return task.IsFaulted;
    }

    public static bool get_IsCanceled(Task task, int site)
    {
        Tasks.Observe("looks at a task", site);
        return task.IsCanceled;
    }

    public static TaskStatus get_Status(Task task, int site)
    {
        Tasks.Observe("looks at a task", site);
        return task.Status;
    }

    public static Task Delay(int millisecondsDelay, int site) =>
        Delay(millisecondsDelay, CancellationToken.None, site);

    public static Task Delay(TimeSpan delay, TimeProvider timeProvider, int site) =>
        Delay(delay, timeProvider, CancellationToken.None, site);

    public static Task Delay(
        TimeSpan delay,
        TimeProvider timeProvider,
        CancellationToken cancellationToken,
        int site
    ) =>
        timeProvider == TimeProvider.System
            ? Delay(delay, cancellationToken, site)
            : Tasks.Delay(delay, timeProvider, cancellationToken, site)
                ?? Task.Delay(delay, timeProvider, cancellationToken);

    public static Task Delay(TimeSpan delay, int site) =>
        Delay(delay, CancellationToken.None, site);

    public static Task Delay(int millisecondsDelay, CancellationToken cancellationToken, int site)
    {
        Timeouts.Validate(millisecondsDelay);
        return Delay(TimeSpan.FromMilliseconds(millisecondsDelay), cancellationToken, site);
    }

    public static Task Delay(TimeSpan delay, CancellationToken cancellationToken, int site)
    {
        if (!SchedulingPoints.IsExplored(out var execution, out var fiber))
        {
#pragma warning disable RS0030 // It is the kata's own call, made outside an exploration.
            return Task.Delay(delay, cancellationToken);
#pragma warning restore RS0030
        }
        var milliseconds = Timeouts.OfTimer(delay);
        if (cancellationToken.CanBeCanceled)
            Tasks.Observe("looks at a token", site);
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled(cancellationToken);
        if (milliseconds == 0)
            return Task.CompletedTask;
        var source = new TaskCompletionSource();
        cancellationToken.Register(() => source.TrySetCanceled(cancellationToken));
        if (milliseconds != Timeout.Infinite)
            Tasks.StartTimer(execution, fiber, milliseconds, () => source.TrySetResult(), site);
        return source.Task;
    }

    public static Task ContinueWith(Task task, Action<Task> continuation, int site) =>
        ContinueWith(task, continuation, Options, site);

    public static Task ContinueWith(
        Task task,
        Action<Task> continuation,
        CancellationToken cancellationToken,
        int site
    ) => ContinueWith(task, continuation, cancellationToken, Options, Scheduler, site);

    public static Task ContinueWith(
        Task task,
        Action<Task> continuation,
        TaskContinuationOptions continuationOptions,
        int site
    ) =>
        ContinueWith(
            task,
            continuation,
            CancellationToken.None,
            continuationOptions,
            Scheduler,
            site
        );

    public static Task ContinueWith(
        Task task,
        Action<Task> continuation,
        TaskScheduler scheduler,
        int site
    ) => ContinueWith(task, continuation, CancellationToken.None, Options, scheduler, site);

    public static Task ContinueWith(
        Task task,
        Action<Task> continuation,
        CancellationToken cancellationToken,
        TaskContinuationOptions continuationOptions,
        TaskScheduler scheduler,
        int site
    )
    {
        Tasks.Observe("continues a task", site);
        return FiberTaskScheduler.MarkCancellable(
            task.ContinueWith(continuation, cancellationToken, continuationOptions, On(scheduler)),
            cancellationToken
        );
    }

    public static Task<T> ContinueWith<T>(Task task, Func<Task, T> continuation, int site) =>
        ContinueWith(task, continuation, CancellationToken.None, Options, Scheduler, site);

    public static Task<T> ContinueWith<T>(
        Task task,
        Func<Task, T> continuation,
        CancellationToken cancellationToken,
        int site
    ) => ContinueWith(task, continuation, cancellationToken, Options, Scheduler, site);

    public static Task<T> ContinueWith<T>(
        Task task,
        Func<Task, T> continuation,
        TaskContinuationOptions continuationOptions,
        int site
    ) =>
        ContinueWith(
            task,
            continuation,
            CancellationToken.None,
            continuationOptions,
            Scheduler,
            site
        );

    public static Task<T> ContinueWith<T>(
        Task task,
        Func<Task, T> continuation,
        TaskScheduler scheduler,
        int site
    ) => ContinueWith(task, continuation, CancellationToken.None, Options, scheduler, site);

    public static Task<T> ContinueWith<T>(
        Task task,
        Func<Task, T> continuation,
        CancellationToken cancellationToken,
        TaskContinuationOptions continuationOptions,
        TaskScheduler scheduler,
        int site
    )
    {
        Tasks.Observe("continues a task", site);
        return FiberTaskScheduler.MarkCancellable(
            task.ContinueWith(continuation, cancellationToken, continuationOptions, On(scheduler)),
            cancellationToken
        );
    }

    public static Task ContinueWith(
        Task task,
        Action<Task, object?> continuation,
        object? state,
        int site
    ) =>
        ContinueWith(
            task,
            continuation,
            state,
            CancellationToken.None,
            Options,
            ControlledTask.Scheduler,
            site
        );

    public static Task ContinueWith(
        Task task,
        Action<Task, object?> continuation,
        object? state,
        CancellationToken cancellationToken,
        int site
    ) =>
        ContinueWith(
            task,
            continuation,
            state,
            cancellationToken,
            Options,
            ControlledTask.Scheduler,
            site
        );

    public static Task ContinueWith(
        Task task,
        Action<Task, object?> continuation,
        object? state,
        TaskContinuationOptions continuationOptions,
        int site
    ) =>
        ContinueWith(
            task,
            continuation,
            state,
            CancellationToken.None,
            continuationOptions,
            ControlledTask.Scheduler,
            site
        );

    public static Task ContinueWith(
        Task task,
        Action<Task, object?> continuation,
        object? state,
        TaskScheduler scheduler,
        int site
    ) => ContinueWith(task, continuation, state, CancellationToken.None, Options, scheduler, site);

    public static Task ContinueWith(
        Task task,
        Action<Task, object?> continuation,
        object? state,
        CancellationToken cancellationToken,
        TaskContinuationOptions continuationOptions,
        TaskScheduler scheduler,
        int site
    )
    {
        Tasks.Observe("continues a task", site);
        return FiberTaskScheduler.MarkCancellable(
            task.ContinueWith(
                continuation,
                state,
                cancellationToken,
                continuationOptions,
                ControlledTask.On(scheduler)
            ),
            cancellationToken
        );
    }

    public static Task<TNew> ContinueWith<TNew>(
        Task task,
        Func<Task, object?, TNew> continuation,
        object? state,
        int site
    ) =>
        ContinueWith(
            task,
            continuation,
            state,
            CancellationToken.None,
            Options,
            ControlledTask.Scheduler,
            site
        );

    public static Task<TNew> ContinueWith<TNew>(
        Task task,
        Func<Task, object?, TNew> continuation,
        object? state,
        CancellationToken cancellationToken,
        int site
    ) =>
        ContinueWith(
            task,
            continuation,
            state,
            cancellationToken,
            Options,
            ControlledTask.Scheduler,
            site
        );

    public static Task<TNew> ContinueWith<TNew>(
        Task task,
        Func<Task, object?, TNew> continuation,
        object? state,
        TaskContinuationOptions continuationOptions,
        int site
    ) =>
        ContinueWith(
            task,
            continuation,
            state,
            CancellationToken.None,
            continuationOptions,
            ControlledTask.Scheduler,
            site
        );

    public static Task<TNew> ContinueWith<TNew>(
        Task task,
        Func<Task, object?, TNew> continuation,
        object? state,
        TaskScheduler scheduler,
        int site
    ) => ContinueWith(task, continuation, state, CancellationToken.None, Options, scheduler, site);

    public static Task<TNew> ContinueWith<TNew>(
        Task task,
        Func<Task, object?, TNew> continuation,
        object? state,
        CancellationToken cancellationToken,
        TaskContinuationOptions continuationOptions,
        TaskScheduler scheduler,
        int site
    )
    {
        Tasks.Observe("continues a task", site);
        return FiberTaskScheduler.MarkCancellable(
            task.ContinueWith(
                continuation,
                state,
                cancellationToken,
                continuationOptions,
                ControlledTask.On(scheduler)
            ),
            cancellationToken
        );
    }

    private const TaskContinuationOptions Options = TaskContinuationOptions.None;

    /// <summary>The scheduler of continuations that name none.</summary>
    public static TaskScheduler Scheduler =>
        SchedulingPoints.IsExplored(out var execution, out _)
            ? execution.Tasks
            : TaskScheduler.Current;

    /// <summary>The scheduler in place of the one that work names: fibers in place of the thread pool.</summary>
    public static TaskScheduler On(TaskScheduler scheduler) =>
        scheduler == TaskScheduler.Default && SchedulingPoints.IsExplored(out var execution, out _)
            ? execution.Tasks
            : scheduler;
}
