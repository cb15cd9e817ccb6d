namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="TaskFactory"/>.</summary>
[Controls(typeof(TaskFactory))]
internal static class TaskFactoryCalls
{
    public static Task StartNew(TaskFactory factory, Action action, int site) =>
        Start(
            () =>
            {
                action();
                return true;
            },
            CancellationToken.None,
            site
        ) ?? factory.StartNew(action);

    public static Task StartNew(
        TaskFactory factory,
        Action action,
        CancellationToken cancellationToken,
        int site
    ) =>
        Start(
            () =>
            {
                action();
                return true;
            },
            cancellationToken,
            site
        ) ?? factory.StartNew(action, cancellationToken);

    public static Task StartNew(
        TaskFactory factory,
        Action action,
        TaskCreationOptions creationOptions,
        int site
    ) =>
        Start(
            () =>
            {
                action();
                return true;
            },
            CancellationToken.None,
            site
        ) ?? factory.StartNew(action, creationOptions);

    public static Task<T> StartNew<T>(TaskFactory factory, Func<T> function, int site) =>
        Start(function, CancellationToken.None, site) ?? factory.StartNew(function);

    public static Task<T> StartNew<T>(
        TaskFactory factory,
        Func<T> function,
        TaskCreationOptions creationOptions,
        int site
    ) =>
        Start(function, CancellationToken.None, site)
        ?? factory.StartNew(function, creationOptions);

    /// <summary>Starts a task on a fiber; <see langword="null"/> when the caller is not explored. Its end is a step of its own.</summary>
    public static Task<T>? Start<T>(Func<T> function, CancellationToken cancellationToken, int site)
    {
        if (function is null || !Points.IsExplored(out var execution, out _))
            return null;
        return Task.Factory.StartNew(
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
            execution.Tasks
        );
    }
}
