using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for what <see cref="TaskFactory{T}"/> continues several tasks with.</summary>
[Controls(typeof(TaskFactory<>))]
internal static class ControlledContinuationsOfT
{
    public static Task<T> ContinueWhenAll<T>(
        TaskFactory<T> factory,
        Task[] tasks,
        Func<Task[], T> continuationFunction,
        int site
    ) =>
        ContinueWhenAll(
            factory,
            tasks,
            continuationFunction,
            factory.CancellationToken,
            factory.ContinuationOptions,
            SchedulerOf(factory),
            site
        );

    public static Task<T> ContinueWhenAll<T>(
        TaskFactory<T> factory,
        Task[] tasks,
        Func<Task[], T> continuationFunction,
        CancellationToken cancellationToken,
        int site
    ) =>
        ContinueWhenAll(
            factory,
            tasks,
            continuationFunction,
            cancellationToken,
            factory.ContinuationOptions,
            SchedulerOf(factory),
            site
        );

    public static Task<T> ContinueWhenAll<T>(
        TaskFactory<T> factory,
        Task[] tasks,
        Func<Task[], T> continuationFunction,
        TaskContinuationOptions continuationOptions,
        int site
    ) =>
        ContinueWhenAll(
            factory,
            tasks,
            continuationFunction,
            factory.CancellationToken,
            continuationOptions,
            SchedulerOf(factory),
            site
        );

    public static Task<T> ContinueWhenAll<T>(
        TaskFactory<T> factory,
        Task[] tasks,
        Func<Task[], T> continuationFunction,
        CancellationToken cancellationToken,
        TaskContinuationOptions continuationOptions,
        TaskScheduler scheduler,
        int site
    )
    {
        Tasks.Observe("continues tasks", site);
        return FiberTaskScheduler.MarkCancellable(
            factory.ContinueWhenAll(
                tasks,
                continuationFunction,
                cancellationToken,
                continuationOptions,
                ControlledTask.On(scheduler)
            ),
            cancellationToken
        );
    }

    public static Task<T> ContinueWhenAll<T, TAntecedent>(
        TaskFactory<T> factory,
        Task<TAntecedent>[] tasks,
        Func<Task<TAntecedent>[], T> continuationFunction,
        int site
    ) =>
        ContinueWhenAll(
            factory,
            tasks,
            continuationFunction,
            factory.CancellationToken,
            factory.ContinuationOptions,
            SchedulerOf(factory),
            site
        );

    public static Task<T> ContinueWhenAll<T, TAntecedent>(
        TaskFactory<T> factory,
        Task<TAntecedent>[] tasks,
        Func<Task<TAntecedent>[], T> continuationFunction,
        CancellationToken cancellationToken,
        int site
    ) =>
        ContinueWhenAll(
            factory,
            tasks,
            continuationFunction,
            cancellationToken,
            factory.ContinuationOptions,
            SchedulerOf(factory),
            site
        );

    public static Task<T> ContinueWhenAll<T, TAntecedent>(
        TaskFactory<T> factory,
        Task<TAntecedent>[] tasks,
        Func<Task<TAntecedent>[], T> continuationFunction,
        TaskContinuationOptions continuationOptions,
        int site
    ) =>
        ContinueWhenAll(
            factory,
            tasks,
            continuationFunction,
            factory.CancellationToken,
            continuationOptions,
            SchedulerOf(factory),
            site
        );

    public static Task<T> ContinueWhenAll<T, TAntecedent>(
        TaskFactory<T> factory,
        Task<TAntecedent>[] tasks,
        Func<Task<TAntecedent>[], T> continuationFunction,
        CancellationToken cancellationToken,
        TaskContinuationOptions continuationOptions,
        TaskScheduler scheduler,
        int site
    )
    {
        Tasks.Observe("continues tasks", site);
        return FiberTaskScheduler.MarkCancellable(
            factory.ContinueWhenAll(
                tasks,
                continuationFunction,
                cancellationToken,
                continuationOptions,
                ControlledTask.On(scheduler)
            ),
            cancellationToken
        );
    }

    public static Task<T> ContinueWhenAny<T>(
        TaskFactory<T> factory,
        Task[] tasks,
        Func<Task, T> continuationFunction,
        int site
    ) =>
        ContinueWhenAny(
            factory,
            tasks,
            continuationFunction,
            factory.CancellationToken,
            factory.ContinuationOptions,
            SchedulerOf(factory),
            site
        );

    public static Task<T> ContinueWhenAny<T>(
        TaskFactory<T> factory,
        Task[] tasks,
        Func<Task, T> continuationFunction,
        CancellationToken cancellationToken,
        int site
    ) =>
        ContinueWhenAny(
            factory,
            tasks,
            continuationFunction,
            cancellationToken,
            factory.ContinuationOptions,
            SchedulerOf(factory),
            site
        );

    public static Task<T> ContinueWhenAny<T>(
        TaskFactory<T> factory,
        Task[] tasks,
        Func<Task, T> continuationFunction,
        TaskContinuationOptions continuationOptions,
        int site
    ) =>
        ContinueWhenAny(
            factory,
            tasks,
            continuationFunction,
            factory.CancellationToken,
            continuationOptions,
            SchedulerOf(factory),
            site
        );

    public static Task<T> ContinueWhenAny<T>(
        TaskFactory<T> factory,
        Task[] tasks,
        Func<Task, T> continuationFunction,
        CancellationToken cancellationToken,
        TaskContinuationOptions continuationOptions,
        TaskScheduler scheduler,
        int site
    )
    {
        return FiberTaskScheduler.MarkCancellable(
            factory.ContinueWhenAny(
                [ControlledTask.WhenAny(tasks, site)],
                FirstToEnd.Continuing(continuationFunction)!,
                cancellationToken,
                continuationOptions,
                ControlledTask.On(scheduler)
            ),
            cancellationToken
        );
    }

    public static Task<T> ContinueWhenAny<T, TAntecedent>(
        TaskFactory<T> factory,
        Task<TAntecedent>[] tasks,
        Func<Task<TAntecedent>, T> continuationFunction,
        int site
    ) =>
        ContinueWhenAny(
            factory,
            tasks,
            continuationFunction,
            factory.CancellationToken,
            factory.ContinuationOptions,
            SchedulerOf(factory),
            site
        );

    public static Task<T> ContinueWhenAny<T, TAntecedent>(
        TaskFactory<T> factory,
        Task<TAntecedent>[] tasks,
        Func<Task<TAntecedent>, T> continuationFunction,
        CancellationToken cancellationToken,
        int site
    ) =>
        ContinueWhenAny(
            factory,
            tasks,
            continuationFunction,
            cancellationToken,
            factory.ContinuationOptions,
            SchedulerOf(factory),
            site
        );

    public static Task<T> ContinueWhenAny<T, TAntecedent>(
        TaskFactory<T> factory,
        Task<TAntecedent>[] tasks,
        Func<Task<TAntecedent>, T> continuationFunction,
        TaskContinuationOptions continuationOptions,
        int site
    ) =>
        ContinueWhenAny(
            factory,
            tasks,
            continuationFunction,
            factory.CancellationToken,
            continuationOptions,
            SchedulerOf(factory),
            site
        );

    public static Task<T> ContinueWhenAny<T, TAntecedent>(
        TaskFactory<T> factory,
        Task<TAntecedent>[] tasks,
        Func<Task<TAntecedent>, T> continuationFunction,
        CancellationToken cancellationToken,
        TaskContinuationOptions continuationOptions,
        TaskScheduler scheduler,
        int site
    )
    {
        return FiberTaskScheduler.MarkCancellable(
            factory.ContinueWhenAny(
                [ControlledTask.WhenAny(tasks, site)],
                FirstToEnd.Continuing(continuationFunction)!,
                cancellationToken,
                continuationOptions,
                ControlledTask.On(scheduler)
            ),
            cancellationToken
        );
    }

    private static TaskScheduler SchedulerOf<T>(TaskFactory<T> factory) =>
        factory.Scheduler ?? TaskScheduler.Current;
}
