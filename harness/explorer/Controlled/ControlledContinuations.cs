using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for what <see cref="TaskFactory"/> continues several tasks with: the real one waits for them, and its continuation runs on a fiber.</summary>
[Controls(typeof(TaskFactory))]
internal static class ControlledContinuations
{
    public static Task ContinueWhenAll(
        TaskFactory factory,
        Task[] tasks,
        Action<Task[]> continuationAction,
        int site
    ) =>
        ContinueWhenAll(
            factory,
            tasks,
            continuationAction,
            factory.CancellationToken,
            factory.ContinuationOptions,
            SchedulerOf(factory),
            site
        );

    public static Task ContinueWhenAll(
        TaskFactory factory,
        Task[] tasks,
        Action<Task[]> continuationAction,
        CancellationToken cancellationToken,
        int site
    ) =>
        ContinueWhenAll(
            factory,
            tasks,
            continuationAction,
            cancellationToken,
            factory.ContinuationOptions,
            SchedulerOf(factory),
            site
        );

    public static Task ContinueWhenAll(
        TaskFactory factory,
        Task[] tasks,
        Action<Task[]> continuationAction,
        TaskContinuationOptions continuationOptions,
        int site
    ) =>
        ContinueWhenAll(
            factory,
            tasks,
            continuationAction,
            factory.CancellationToken,
            continuationOptions,
            SchedulerOf(factory),
            site
        );

    public static Task ContinueWhenAll(
        TaskFactory factory,
        Task[] tasks,
        Action<Task[]> continuationAction,
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
                continuationAction,
                cancellationToken,
                continuationOptions,
                ControlledTask.On(scheduler)
            ),
            cancellationToken
        );
    }

    public static Task ContinueWhenAll<TAntecedent>(
        TaskFactory factory,
        Task<TAntecedent>[] tasks,
        Action<Task<TAntecedent>[]> continuationAction,
        int site
    ) =>
        ContinueWhenAll(
            factory,
            tasks,
            continuationAction,
            factory.CancellationToken,
            factory.ContinuationOptions,
            SchedulerOf(factory),
            site
        );

    public static Task ContinueWhenAll<TAntecedent>(
        TaskFactory factory,
        Task<TAntecedent>[] tasks,
        Action<Task<TAntecedent>[]> continuationAction,
        CancellationToken cancellationToken,
        int site
    ) =>
        ContinueWhenAll(
            factory,
            tasks,
            continuationAction,
            cancellationToken,
            factory.ContinuationOptions,
            SchedulerOf(factory),
            site
        );

    public static Task ContinueWhenAll<TAntecedent>(
        TaskFactory factory,
        Task<TAntecedent>[] tasks,
        Action<Task<TAntecedent>[]> continuationAction,
        TaskContinuationOptions continuationOptions,
        int site
    ) =>
        ContinueWhenAll(
            factory,
            tasks,
            continuationAction,
            factory.CancellationToken,
            continuationOptions,
            SchedulerOf(factory),
            site
        );

    public static Task ContinueWhenAll<TAntecedent>(
        TaskFactory factory,
        Task<TAntecedent>[] tasks,
        Action<Task<TAntecedent>[]> continuationAction,
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
                continuationAction,
                cancellationToken,
                continuationOptions,
                ControlledTask.On(scheduler)
            ),
            cancellationToken
        );
    }

    public static Task<T> ContinueWhenAll<T>(
        TaskFactory factory,
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
        TaskFactory factory,
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
        TaskFactory factory,
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
        TaskFactory factory,
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

    public static Task<T> ContinueWhenAll<TAntecedent, T>(
        TaskFactory factory,
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

    public static Task<T> ContinueWhenAll<TAntecedent, T>(
        TaskFactory factory,
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

    public static Task<T> ContinueWhenAll<TAntecedent, T>(
        TaskFactory factory,
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

    public static Task<T> ContinueWhenAll<TAntecedent, T>(
        TaskFactory factory,
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

    public static Task ContinueWhenAny(
        TaskFactory factory,
        Task[] tasks,
        Action<Task> continuationAction,
        int site
    ) =>
        ContinueWhenAny(
            factory,
            tasks,
            continuationAction,
            factory.CancellationToken,
            factory.ContinuationOptions,
            SchedulerOf(factory),
            site
        );

    public static Task ContinueWhenAny(
        TaskFactory factory,
        Task[] tasks,
        Action<Task> continuationAction,
        CancellationToken cancellationToken,
        int site
    ) =>
        ContinueWhenAny(
            factory,
            tasks,
            continuationAction,
            cancellationToken,
            factory.ContinuationOptions,
            SchedulerOf(factory),
            site
        );

    public static Task ContinueWhenAny(
        TaskFactory factory,
        Task[] tasks,
        Action<Task> continuationAction,
        TaskContinuationOptions continuationOptions,
        int site
    ) =>
        ContinueWhenAny(
            factory,
            tasks,
            continuationAction,
            factory.CancellationToken,
            continuationOptions,
            SchedulerOf(factory),
            site
        );

    public static Task ContinueWhenAny(
        TaskFactory factory,
        Task[] tasks,
        Action<Task> continuationAction,
        CancellationToken cancellationToken,
        TaskContinuationOptions continuationOptions,
        TaskScheduler scheduler,
        int site
    )
    {
        return FiberTaskScheduler.MarkCancellable(
            factory.ContinueWhenAny(
                [ControlledTask.WhenAny(tasks, site)],
                FirstToEnd.Continuing(continuationAction)!,
                cancellationToken,
                continuationOptions,
                ControlledTask.On(scheduler)
            ),
            cancellationToken
        );
    }

    public static Task ContinueWhenAny<TAntecedent>(
        TaskFactory factory,
        Task<TAntecedent>[] tasks,
        Action<Task<TAntecedent>> continuationAction,
        int site
    ) =>
        ContinueWhenAny(
            factory,
            tasks,
            continuationAction,
            factory.CancellationToken,
            factory.ContinuationOptions,
            SchedulerOf(factory),
            site
        );

    public static Task ContinueWhenAny<TAntecedent>(
        TaskFactory factory,
        Task<TAntecedent>[] tasks,
        Action<Task<TAntecedent>> continuationAction,
        CancellationToken cancellationToken,
        int site
    ) =>
        ContinueWhenAny(
            factory,
            tasks,
            continuationAction,
            cancellationToken,
            factory.ContinuationOptions,
            SchedulerOf(factory),
            site
        );

    public static Task ContinueWhenAny<TAntecedent>(
        TaskFactory factory,
        Task<TAntecedent>[] tasks,
        Action<Task<TAntecedent>> continuationAction,
        TaskContinuationOptions continuationOptions,
        int site
    ) =>
        ContinueWhenAny(
            factory,
            tasks,
            continuationAction,
            factory.CancellationToken,
            continuationOptions,
            SchedulerOf(factory),
            site
        );

    public static Task ContinueWhenAny<TAntecedent>(
        TaskFactory factory,
        Task<TAntecedent>[] tasks,
        Action<Task<TAntecedent>> continuationAction,
        CancellationToken cancellationToken,
        TaskContinuationOptions continuationOptions,
        TaskScheduler scheduler,
        int site
    )
    {
        return FiberTaskScheduler.MarkCancellable(
            factory.ContinueWhenAny(
                [ControlledTask.WhenAny(tasks, site)],
                FirstToEnd.Continuing(continuationAction)!,
                cancellationToken,
                continuationOptions,
                ControlledTask.On(scheduler)
            ),
            cancellationToken
        );
    }

    public static Task<T> ContinueWhenAny<T>(
        TaskFactory factory,
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
        TaskFactory factory,
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
        TaskFactory factory,
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
        TaskFactory factory,
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

    public static Task<T> ContinueWhenAny<TAntecedent, T>(
        TaskFactory factory,
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

    public static Task<T> ContinueWhenAny<TAntecedent, T>(
        TaskFactory factory,
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

    public static Task<T> ContinueWhenAny<TAntecedent, T>(
        TaskFactory factory,
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

    public static Task<T> ContinueWhenAny<TAntecedent, T>(
        TaskFactory factory,
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

    private static TaskScheduler SchedulerOf(TaskFactory factory) =>
        factory.Scheduler ?? TaskScheduler.Current;
}
