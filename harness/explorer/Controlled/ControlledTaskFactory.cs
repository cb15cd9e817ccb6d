using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="TaskFactory"/>.</summary>
[Controls(typeof(TaskFactory))]
internal static class ControlledTaskFactory
{
    public static Task StartNew(TaskFactory factory, Action action, int site) =>
        Start(Returning(action), factory.CancellationToken, factory.Scheduler, site)
        ?? factory.StartNew(action);

    public static Task StartNew(
        TaskFactory factory,
        Action action,
        CancellationToken cancellationToken,
        int site
    ) =>
        Start(Returning(action), cancellationToken, factory.Scheduler, site)
        ?? factory.StartNew(action, cancellationToken);

    public static Task StartNew(
        TaskFactory factory,
        Action action,
        TaskCreationOptions creationOptions,
        int site
    ) =>
        Start(Returning(action), factory.CancellationToken, factory.Scheduler, site)
        ?? factory.StartNew(action, creationOptions);

    public static Task StartNew(
        TaskFactory factory,
        Action action,
        CancellationToken cancellationToken,
        TaskCreationOptions creationOptions,
        TaskScheduler scheduler,
        int site
    ) =>
        Start(Returning(action), cancellationToken, scheduler, site)
        ?? factory.StartNew(action, cancellationToken, creationOptions, scheduler);

    public static Task<T> StartNew<T>(TaskFactory factory, Func<T> function, int site) =>
        Start(function, factory.CancellationToken, factory.Scheduler, site)
        ?? factory.StartNew(function);

    public static Task<T> StartNew<T>(
        TaskFactory factory,
        Func<T> function,
        CancellationToken cancellationToken,
        int site
    ) =>
        Start(function, cancellationToken, factory.Scheduler, site)
        ?? factory.StartNew(function, cancellationToken);

    public static Task<T> StartNew<T>(
        TaskFactory factory,
        Func<T> function,
        TaskCreationOptions creationOptions,
        int site
    ) =>
        Start(function, factory.CancellationToken, factory.Scheduler, site)
        ?? factory.StartNew(function, creationOptions);

    public static Task<T> StartNew<T>(
        TaskFactory factory,
        Func<T> function,
        CancellationToken cancellationToken,
        TaskCreationOptions creationOptions,
        TaskScheduler scheduler,
        int site
    ) =>
        Start(function, cancellationToken, scheduler, site)
        ?? factory.StartNew(function, cancellationToken, creationOptions, scheduler);

    public static Task StartNew(
        TaskFactory factory,
        Action<object?> action,
        object? state,
        int site
    ) =>
        Start(Returning(() => action(state)), factory.CancellationToken, factory.Scheduler, site)
        ?? factory.StartNew(action, state);

    public static Task StartNew(
        TaskFactory factory,
        Action<object?> action,
        object? state,
        CancellationToken cancellationToken,
        int site
    ) =>
        Start(Returning(() => action(state)), cancellationToken, factory.Scheduler, site)
        ?? factory.StartNew(action, state, cancellationToken);

    public static Task StartNew(
        TaskFactory factory,
        Action<object?> action,
        object? state,
        TaskCreationOptions creationOptions,
        int site
    ) =>
        Start(Returning(() => action(state)), factory.CancellationToken, factory.Scheduler, site)
        ?? factory.StartNew(action, state, creationOptions);

    public static Task StartNew(
        TaskFactory factory,
        Action<object?> action,
        object? state,
        CancellationToken cancellationToken,
        TaskCreationOptions creationOptions,
        TaskScheduler scheduler,
        int site
    ) =>
        Start(Returning(() => action(state)), cancellationToken, scheduler, site)
        ?? factory.StartNew(action, state, cancellationToken, creationOptions, scheduler);

    public static Task<T> StartNew<T>(
        TaskFactory factory,
        Func<object?, T> function,
        object? state,
        int site
    ) =>
        Start(() => function(state), factory.CancellationToken, factory.Scheduler, site)
        ?? factory.StartNew(function, state);

    public static Task<T> StartNew<T>(
        TaskFactory factory,
        Func<object?, T> function,
        object? state,
        CancellationToken cancellationToken,
        int site
    ) =>
        Start(() => function(state), cancellationToken, factory.Scheduler, site)
        ?? factory.StartNew(function, state, cancellationToken);

    public static Task<T> StartNew<T>(
        TaskFactory factory,
        Func<object?, T> function,
        object? state,
        TaskCreationOptions creationOptions,
        int site
    ) =>
        Start(() => function(state), factory.CancellationToken, factory.Scheduler, site)
        ?? factory.StartNew(function, state, creationOptions);

    public static Task<T> StartNew<T>(
        TaskFactory factory,
        Func<object?, T> function,
        object? state,
        CancellationToken cancellationToken,
        TaskCreationOptions creationOptions,
        TaskScheduler scheduler,
        int site
    ) =>
        Start(() => function(state), cancellationToken, scheduler, site)
        ?? factory.StartNew(function, state, cancellationToken, creationOptions, scheduler);

    /// <summary>Starts a task on a fiber; <see langword="null"/> when the caller is not explored. Its end is a step of its own.</summary>
    public static Task<T>? Start<T>(
        Func<T> function,
        CancellationToken cancellationToken,
        TaskScheduler? scheduler,
        int site
    )
    {
        if (function is null || !SchedulingPoints.IsExplored(out _, out _))
            return null;
        if (cancellationToken.CanBeCanceled)
            Tasks.Observe("looks at a token", site);
        var task = Task.Factory.StartNew(
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
            },
            cancellationToken,
            TaskCreationOptions.DenyChildAttach,
            ControlledTask.On(scheduler ?? TaskScheduler.Default)
        );
        return FiberTaskScheduler.MarkCancellable(task, cancellationToken);
    }

    /// <summary>Work without a result as work that has one.</summary>
    public static Func<bool> Returning(Action action) =>
        () =>
        {
            action();
            return true;
        };
}
