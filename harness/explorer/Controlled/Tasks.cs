using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>
/// Steps on tasks. All tasks are one location: the order in which they end matters to <c>WhenAny</c> and <c>WaitAny</c>, and an end may run
/// continuations at once.
/// </summary>
internal static class Tasks
{
    /// <summary>A step before a task ends or a token is cancelled.</summary>
    public static void Change(string what, int site)
    {
        if (SchedulingPoints.IsExplored(out var execution, out var fiber))
            execution.Step(fiber, new(OperationKind.Write, Location(execution), site, null, what));
    }

    /// <summary>A step before an async method ends. An exception must not leave it: in a continuation of the framework it would end the process.</summary>
    public static void EndAsyncMethod(int site)
    {
        try
        {
            Change("ends a task", site);
        }
        catch (ScheduleEndedException) { }
    }

    /// <summary>A step before the state of a task or token is read.</summary>
    public static void Observe(string what, int site)
    {
        if (SchedulingPoints.IsExplored(out var execution, out var fiber))
            execution.Step(fiber, new(OperationKind.Read, Location(execution), site, null, what));
    }

    /// <summary>Reads a token that can be cancelled, and throws if it was.</summary>
    public static void ThrowIfCancelled(CancellationToken cancellationToken, int site)
    {
        if (!cancellationToken.CanBeCanceled)
            return;
        Observe("looks at a token", site);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Blocks until a condition holds.</summary>
    public static void Await(Func<bool> isSo, string what, int site) =>
        Await(isSo, Timeout.Infinite, CancellationToken.None, what, site);

    /// <summary>
    /// Blocks until a condition holds or the token is cancelled; with a timeout, it may return at once. <see langword="false"/> when the caller is
    /// not explored.
    /// </summary>
    public static bool Await(
        Func<bool> isSo,
        int milliseconds,
        CancellationToken cancellationToken,
        string what,
        int site
    )
    {
        if (!SchedulingPoints.IsExplored(out var execution, out var fiber))
            return false;
        Timeouts.Validate(milliseconds);
        var isLimited = milliseconds != Timeout.Infinite;
        var gate = isLimited
            ? null
            : new Condition(() => isSo() || cancellationToken.IsCancellationRequested);
        var how = isLimited ? "waits a while for" : "waits for";
        execution.Reach(
            fiber,
            new(
                OperationKind.Read,
                Location(execution),
                site,
                gate,
                $"{how} {what}",
                Wait: WaitKind.Condition
            )
        );
        execution.Commit(fiber, OperationKind.Read);
        return true;
    }

    /// <summary>A task that fails when the timeout expires; <see langword="null"/> without a timeout, or when the caller is not explored.</summary>
    public static Task<T>? Limit<T>(Task task, TimeSpan timeout, int site)
    {
        if (
            Timeouts.Of(timeout) is 0 or Timeout.Infinite
            || !SchedulingPoints.IsExplored(out var execution, out var fiber)
            || task.IsCompleted
        )
            return null;
        var limit = new TaskCompletionSource<T>();
        StartTimer(execution, fiber, () => limit.TrySetException(new TimeoutException()), site);
        return limit.Task;
    }

    /// <summary>Options that keep continuations in the context: the thread pool is not controlled.</summary>
    public static ConfigureAwaitOptions InContext(ConfigureAwaitOptions options) =>
        SchedulingPoints.IsExplored(out _, out _)
            ? options & ~ConfigureAwaitOptions.ForceYielding
                | ConfigureAwaitOptions.ContinueOnCapturedContext
            : options;

    /// <summary>Whether an awaiter would say that its task has not ended, so that the continuation comes later even if it has.</summary>
    public static bool ForcesYielding(ConfigureAwaitOptions options) =>
        options.HasFlag(ConfigureAwaitOptions.ForceYielding)
        && SchedulingPoints.IsExplored(out _, out _);

    /// <summary>Starts a fiber for a timer: the strategy decides when it fires.</summary>
    public static void StartTimer(Execution execution, Fiber fiber, Action happens, int site) =>
        execution
            .Spawn(
                fiber,
                $"timer {execution.Fibers.Count}",
                () =>
                {
                    Change("time is up for", site);
                    happens();
                }
            )
            .IsBackground = true;

    private static Location Location(Execution execution) =>
        execution.Heap.Of(null, LocationKind.Task);
}
