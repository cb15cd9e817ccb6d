namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="TaskFactory{T}"/>.</summary>
[Controls(typeof(TaskFactory<>))]
internal static class ControlledTaskFactoryOfT
{
    public static Task<T> StartNew<T>(TaskFactory<T> factory, Func<T> function, int site) =>
        ControlledTaskFactory.Start(function, factory.CancellationToken, factory.Scheduler, site)
        ?? factory.StartNew(function);

    public static Task<T> StartNew<T>(
        TaskFactory<T> factory,
        Func<T> function,
        CancellationToken cancellationToken,
        int site
    ) =>
        ControlledTaskFactory.Start(function, cancellationToken, factory.Scheduler, site)
        ?? factory.StartNew(function, cancellationToken);

    public static Task<T> StartNew<T>(
        TaskFactory<T> factory,
        Func<T> function,
        TaskCreationOptions creationOptions,
        int site
    ) =>
        ControlledTaskFactory.Start(function, factory.CancellationToken, factory.Scheduler, site)
        ?? factory.StartNew(function, creationOptions);

    public static Task<T> StartNew<T>(
        TaskFactory<T> factory,
        Func<T> function,
        CancellationToken cancellationToken,
        TaskCreationOptions creationOptions,
        TaskScheduler scheduler,
        int site
    ) =>
        ControlledTaskFactory.Start(function, cancellationToken, scheduler, site)
        ?? factory.StartNew(function, cancellationToken, creationOptions, scheduler);

    public static Task<T> StartNew<T>(
        TaskFactory<T> factory,
        Func<object?, T> function,
        object? state,
        int site
    ) =>
        ControlledTaskFactory.Start(
            () => function(state),
            factory.CancellationToken,
            factory.Scheduler,
            site
        ) ?? factory.StartNew(function, state);

    public static Task<T> StartNew<T>(
        TaskFactory<T> factory,
        Func<object?, T> function,
        object? state,
        CancellationToken cancellationToken,
        int site
    ) =>
        ControlledTaskFactory.Start(
            () => function(state),
            cancellationToken,
            factory.Scheduler,
            site
        ) ?? factory.StartNew(function, state, cancellationToken);

    public static Task<T> StartNew<T>(
        TaskFactory<T> factory,
        Func<object?, T> function,
        object? state,
        TaskCreationOptions creationOptions,
        int site
    ) =>
        ControlledTaskFactory.Start(
            () => function(state),
            factory.CancellationToken,
            factory.Scheduler,
            site
        ) ?? factory.StartNew(function, state, creationOptions);

    public static Task<T> StartNew<T>(
        TaskFactory<T> factory,
        Func<object?, T> function,
        object? state,
        CancellationToken cancellationToken,
        TaskCreationOptions creationOptions,
        TaskScheduler scheduler,
        int site
    ) =>
        ControlledTaskFactory.Start(() => function(state), cancellationToken, scheduler, site)
        ?? factory.StartNew(function, state, cancellationToken, creationOptions, scheduler);
}
