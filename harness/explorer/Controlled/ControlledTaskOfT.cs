using System.Runtime.CompilerServices;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="Task{T}"/>.</summary>
[Controls(typeof(Task<>))]
internal static class ControlledTaskOfT
{
    public static T get_Result<T>(Task<T> task, int site)
    {
        Tasks.Await(() => task.IsCompleted, "a task", site);
        return task.Result;
    }

    public static TaskAwaiter<T> GetAwaiter<T>(Task<T> task, int site)
    {
        Tasks.Observe("awaits a task", site);
        return task.GetAwaiter();
    }

    public static ConfiguredTaskAwaitable<T> ConfigureAwait<T>(
        Task<T> task,
        bool continueOnCapturedContext,
        int site
    )
    {
        Tasks.Observe("awaits a task", site);
        return task.ConfigureAwait(
            continueOnCapturedContext || SchedulingPoints.IsExplored(out _, out _)
        );
    }

    public static ConfiguredTaskAwaitable<T> ConfigureAwait<T>(
        Task<T> task,
        ConfigureAwaitOptions options,
        int site
    )
    {
        Tasks.Observe("awaits a task", site);
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
        Tasks.Observe("awaits a task", site);
        return Tasks.Limit<T>(task, timeout, site) is { } limit
            ? Task.WhenAny(task, limit).Unwrap().WaitAsync(cancellationToken)
            : task.WaitAsync(timeout, cancellationToken);
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

    private const TaskContinuationOptions Options = TaskContinuationOptions.None;
}
