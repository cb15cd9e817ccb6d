using System.Runtime.CompilerServices;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="Task{T}"/>.</summary>
[Controls(typeof(Task<>))]
internal static class ControlledTaskOfT
{
    public static Task<T> New<T>(Func<T> function, int site) => new Task<T>(Ending(function, site));

    public static Task<T> New<T>(Func<T> function, TaskCreationOptions creationOptions, int site) =>
        new Task<T>(Ending(function, site), creationOptions);

    public static Task<T> New<T>(Func<T> function, CancellationToken cancellationToken, int site) =>
        FiberTaskScheduler.MarkCancellable(
            new Task<T>(Ending(function, site), cancellationToken),
            cancellationToken
        );

    public static Task<T> New<T>(
        Func<T> function,
        CancellationToken cancellationToken,
        TaskCreationOptions creationOptions,
        int site
    ) =>
        FiberTaskScheduler.MarkCancellable(
            new Task<T>(Ending(function, site), cancellationToken, creationOptions),
            cancellationToken
        );

    public static Task<T> New<T>(Func<object?, T> function, object? state, int site) =>
        new Task<T>(Ending(function, site), state);

    public static Task<T> New<T>(
        Func<object?, T> function,
        object? state,
        TaskCreationOptions creationOptions,
        int site
    ) => new Task<T>(Ending(function, site), state, creationOptions);

    public static Task<T> New<T>(
        Func<object?, T> function,
        object? state,
        CancellationToken cancellationToken,
        int site
    ) =>
        FiberTaskScheduler.MarkCancellable(
            new Task<T>(Ending(function, site), state, cancellationToken),
            cancellationToken
        );

    public static Task<T> New<T>(
        Func<object?, T> function,
        object? state,
        CancellationToken cancellationToken,
        TaskCreationOptions creationOptions,
        int site
    ) =>
        FiberTaskScheduler.MarkCancellable(
            new Task<T>(Ending(function, site), state, cancellationToken, creationOptions),
            cancellationToken
        );

    /// <summary>A function whose end is a step of its own.</summary>
    private static Func<T> Ending<T>(Func<T> function, int site) =>
        () =>
        {
            try
            {
                return function();
            }
            finally
            {
                Tasks.Change("ends a task", site);
            }
        };

    private static Func<object?, T> Ending<T>(Func<object?, T> function, int site) =>
        state => Ending(() => function(state), site)();

    public static T get_Result<T>(Task<T> task, int site)
    {
        Tasks.Await(() => task.IsCompleted, "a task", site, task);
        return task.Result;
    }

    public static TaskAwaiter<T> GetAwaiter<T>(Task<T> task, int site)
    {
        Tasks.Observe("awaits a task", site, task);
        Tasks.Configure(true);
        return task.GetAwaiter();
    }

    public static ConfiguredTaskAwaitable<T> ConfigureAwait<T>(
        Task<T> task,
        bool continueOnCapturedContext,
        int site
    )
    {
        Tasks.Observe("awaits a task", site, task);
        // Without any context the continuation would run on the thread pool, which is not controlled.
        return task.ConfigureAwait(Tasks.Configure(continueOnCapturedContext));
    }

    public static ConfiguredTaskAwaitable<T> ConfigureAwait<T>(
        Task<T> task,
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

    public static Task<T> WaitAsync<T>(
        Task<T> task,
        CancellationToken cancellationToken,
        int site
    ) => WaitAsync(task, Timeout.InfiniteTimeSpan, cancellationToken, site);

    public static Task<T> WaitAsync<T>(Task<T> task, TimeSpan timeout, int site) =>
        WaitAsync(task, timeout, CancellationToken.None, site);

    public static Task<T> WaitAsync<T>(
        Task<T> task,
        TimeSpan timeout,
        CancellationToken cancellationToken,
        int site
    )
    {
        Tasks.Observe("awaits a task", site, task);
        return Tasks.Limit<T>(task, timeout, site) is { } limit
            ? Task.WhenAny(task, limit).Unwrap().WaitAsync(cancellationToken)
            : task.WaitAsync(timeout, cancellationToken);
    }

    public static Task<T> WaitAsync<T>(
        Task<T> task,
        TimeSpan timeout,
        TimeProvider timeProvider,
        int site
    ) => WaitAsync(task, timeout, timeProvider, CancellationToken.None, site);

    public static Task<T> WaitAsync<T>(
        Task<T> task,
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
            Tasks.Limit<T>(task, timeout, timeProvider, cancellationToken, site)
                is var (limit, timer)
            ? Tasks.DisposingOf(
                timer,
                Task.WhenAny(task, limit).Unwrap().WaitAsync(cancellationToken)
            )
            : task.WaitAsync(timeout, timeProvider, cancellationToken);
    }

    public static Task ContinueWith<T>(Task<T> task, Action<Task<T>> continuation, int site) =>
        ContinueWith(
            task,
            continuation,
            CancellationToken.None,
            Options,
            ControlledTask.Scheduler,
            site
        );

    public static Task ContinueWith<T>(
        Task<T> task,
        Action<Task<T>> continuation,
        CancellationToken cancellationToken,
        int site
    ) =>
        ContinueWith(
            task,
            continuation,
            cancellationToken,
            Options,
            ControlledTask.Scheduler,
            site
        );

    public static Task ContinueWith<T>(
        Task<T> task,
        Action<Task<T>> continuation,
        TaskContinuationOptions continuationOptions,
        int site
    ) =>
        ContinueWith(
            task,
            continuation,
            CancellationToken.None,
            continuationOptions,
            ControlledTask.Scheduler,
            site
        );

    public static Task ContinueWith<T>(
        Task<T> task,
        Action<Task<T>> continuation,
        TaskScheduler scheduler,
        int site
    ) => ContinueWith(task, continuation, CancellationToken.None, Options, scheduler, site);

    public static Task ContinueWith<T>(
        Task<T> task,
        Action<Task<T>> continuation,
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
                cancellationToken,
                continuationOptions,
                ControlledTask.On(scheduler)
            ),
            cancellationToken
        );
    }

    public static Task<TNew> ContinueWith<T, TNew>(
        Task<T> task,
        Func<Task<T>, TNew> continuation,
        int site
    ) =>
        ContinueWith(
            task,
            continuation,
            CancellationToken.None,
            Options,
            ControlledTask.Scheduler,
            site
        );

    public static Task<TNew> ContinueWith<T, TNew>(
        Task<T> task,
        Func<Task<T>, TNew> continuation,
        CancellationToken cancellationToken,
        int site
    ) =>
        ContinueWith(
            task,
            continuation,
            cancellationToken,
            Options,
            ControlledTask.Scheduler,
            site
        );

    public static Task<TNew> ContinueWith<T, TNew>(
        Task<T> task,
        Func<Task<T>, TNew> continuation,
        TaskContinuationOptions continuationOptions,
        int site
    ) =>
        ContinueWith(
            task,
            continuation,
            CancellationToken.None,
            continuationOptions,
            ControlledTask.Scheduler,
            site
        );

    public static Task<TNew> ContinueWith<T, TNew>(
        Task<T> task,
        Func<Task<T>, TNew> continuation,
        TaskScheduler scheduler,
        int site
    ) => ContinueWith(task, continuation, CancellationToken.None, Options, scheduler, site);

    public static Task<TNew> ContinueWith<T, TNew>(
        Task<T> task,
        Func<Task<T>, TNew> continuation,
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
                cancellationToken,
                continuationOptions,
                ControlledTask.On(scheduler)
            ),
            cancellationToken
        );
    }

    public static Task ContinueWith<T>(
        Task<T> task,
        Action<Task<T>, object?> continuation,
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

    public static Task ContinueWith<T>(
        Task<T> task,
        Action<Task<T>, object?> continuation,
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

    public static Task ContinueWith<T>(
        Task<T> task,
        Action<Task<T>, object?> continuation,
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

    public static Task ContinueWith<T>(
        Task<T> task,
        Action<Task<T>, object?> continuation,
        object? state,
        TaskScheduler scheduler,
        int site
    ) => ContinueWith(task, continuation, state, CancellationToken.None, Options, scheduler, site);

    public static Task ContinueWith<T>(
        Task<T> task,
        Action<Task<T>, object?> continuation,
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

    public static Task<TNew> ContinueWith<T, TNew>(
        Task<T> task,
        Func<Task<T>, object?, TNew> continuation,
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

    public static Task<TNew> ContinueWith<T, TNew>(
        Task<T> task,
        Func<Task<T>, object?, TNew> continuation,
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

    public static Task<TNew> ContinueWith<T, TNew>(
        Task<T> task,
        Func<Task<T>, object?, TNew> continuation,
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

    public static Task<TNew> ContinueWith<T, TNew>(
        Task<T> task,
        Func<Task<T>, object?, TNew> continuation,
        object? state,
        TaskScheduler scheduler,
        int site
    ) => ContinueWith(task, continuation, state, CancellationToken.None, Options, scheduler, site);

    public static Task<TNew> ContinueWith<T, TNew>(
        Task<T> task,
        Func<Task<T>, object?, TNew> continuation,
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
}
