using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>
/// Steps on tasks. All tasks are one location: which of several ends first can matter to whoever waits for any of them, and an end may run
/// continuations at once.
/// </summary>
internal static class Tasks
{
    /// <summary>A task is about to end, or a token to be cancelled.</summary>
    public static void Change(string what, int site)
    {
        if (SchedulingPoints.IsExplored(out var execution, out var fiber))
            execution.Step(fiber, new(OperationKind.Write, Location(execution), site, null, what));
    }

    /// <summary>An async method is about to end. It may be inside a continuation of the framework, and what leaves that ends the process.</summary>
    public static void End(int site)
    {
        try
        {
            Change("ends a task", site);
        }
        catch (ScheduleEndedException) { }
    }

    /// <summary>Whether a task has ended is looked at.</summary>
    public static void Look(string what, int site)
    {
        if (SchedulingPoints.IsExplored(out var execution, out var fiber))
            execution.Step(fiber, new(OperationKind.Read, Location(execution), site, null, what));
    }

    /// <summary>Looks at a token, if it is one that can be cancelled, and throws if it is.</summary>
    public static void Heed(CancellationToken cancellationToken, int site)
    {
        if (!cancellationToken.CanBeCanceled)
            return;
        Look("looks at a token", site);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Blocks until it is so.</summary>
    public static void Await(Func<bool> isSo, string what, int site) =>
        Await(isSo, Timeout.Infinite, CancellationToken.None, what, site);

    /// <summary>
    /// Blocks until it is so or the token is cancelled; when the time is limited, it may be over at once. <see langword="false"/> when the caller is
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
        Timeouts.Demand(milliseconds);
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

    /// <summary>A task that fails when the time is up; <see langword="null"/> when there is nothing to limit, or nobody explores.</summary>
    public static Task<T>? Limit<T>(Task task, TimeSpan timeout, int site)
    {
        if (
            Timeouts.Of(timeout) is 0 or Timeout.Infinite
            || !SchedulingPoints.IsExplored(out var execution, out var fiber)
            || task.IsCompleted
        )
            return null;
        var limit = new TaskCompletionSource<T>();
        Later(execution, fiber, () => limit.TrySetException(new TimeoutException()), site);
        return limit.Task;
    }

    /// <summary>Without the context a continuation would go to a pool that nobody controls here.</summary>
    public static ConfigureAwaitOptions InContext(ConfigureAwaitOptions options) =>
        SchedulingPoints.IsExplored(out _, out _)
            ? options & ~ConfigureAwaitOptions.ForceYielding
                | ConfigureAwaitOptions.ContinueOnCapturedContext
            : options;

    /// <summary>Whether an awaiter would say that its task has not ended, so that the continuation comes later even if it has.</summary>
    public static bool ForcesYielding(ConfigureAwaitOptions options) =>
        options.HasFlag(ConfigureAwaitOptions.ForceYielding)
        && SchedulingPoints.IsExplored(out _, out _);

    /// <summary>Something that happens at a time that only the scheduler knows.</summary>
    public static void Later(Execution execution, Fiber fiber, Action happens, int site) =>
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
