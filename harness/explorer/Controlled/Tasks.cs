using System.Runtime.CompilerServices;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>
/// Steps on tasks. All tasks are one location: the order in which they end matters to <c>WhenAny</c> and <c>WaitAny</c>, and an end may run
/// continuations at once.
/// </summary>
internal static class Tasks
{
    private static readonly ConditionalWeakTable<Task, Task> ContinuedLater = [];

    /// <summary>A step before a task ends or a token is cancelled.</summary>
    public static void Change(string what, int site)
    {
        if (SchedulingPoints.IsExplored(out var execution, out var fiber))
            execution.Step(fiber, new(OperationKind.Write, Location(execution), site, null, what));
    }

    /// <summary>A step before an async method ends. An exception must not leave it: in a continuation of the framework it would end the process.</summary>
    public static void EndAsyncMethod(int site) => ChangeQuietly("ends a task", site);

    /// <summary>A step from which no exception comes, not even when the schedule is over.</summary>
    public static void ChangeQuietly(string what, int site)
    {
        try
        {
            Change(what, site);
        }
        catch (ScheduleEndedException) { }
    }

    /// <summary>Waits for a gate that a step on tasks opens.</summary>
    public static void WaitBehind(IGate gate, string what, int site)
    {
        if (!SchedulingPoints.IsExplored(out var execution, out var fiber))
            return;
        var tasks = Location(execution);
        execution.Reach(
            fiber,
            new(OperationKind.Read, tasks, site, gate, what, Wait: WaitKind.Condition)
        );
        execution.Commit(fiber, OperationKind.Read);
    }

    /// <summary>Notes a task whose end runs none of its continuations.</summary>
    public static void RunContinuationsLater(Task task) => ContinuedLater.Add(task, task);

    /// <summary>Ends a task, and runs the continuations that run at once.</summary>
    public static void End(Task task, Action end, int site) =>
        End(
            task,
            () =>
            {
                end();
                return true;
            },
            site
        );

    /// <summary>Ends a task unless it has ended, and runs the continuations that run at once.</summary>
    public static bool End(Task task, Func<bool> end, int site)
    {
        Change("ends a task", site);
        if (!ContinuedLater.TryGetValue(task, out _))
            return end();
        var hasEnded = false;
        WithoutContinuations(() => hasEnded = end());
        return hasEnded;
    }

    /// <summary>Ends tasks: whatever continues them runs later, on fibers of its own.</summary>
    public static void WithoutContinuations(Action end)
    {
        if (SchedulingPoints.IsExplored(out var execution, out _))
            InContext(execution.Elsewhere, end);
        else
            end();
    }

    /// <summary>Does something in the explorer's own context, whatever the program's is.</summary>
    public static void InOwnContext(Action action)
    {
        if (SchedulingPoints.IsExplored(out var execution, out _))
            InContext(execution.Context, action);
        else
            action();
    }

    /// <summary>A step before the state of a task or token is read.</summary>
    public static void Observe(string what, int site, Task? task = null)
    {
        if (SchedulingPoints.IsExplored(out var execution, out var fiber))
            execution.Step(
                fiber,
                new(OperationKind.Read, Location(execution), site, null, what, Subject: task)
            );
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
    public static void Await(Func<bool> isSo, string what, int site, Task? task = null) =>
        Await(isSo, Timeout.Infinite, CancellationToken.None, what, site, task);

    /// <summary>
    /// Blocks until a condition holds or the token is cancelled; with a timeout, it may return at once. <see langword="false"/> when the caller is
    /// not explored.
    /// </summary>
    public static bool Await(
        Func<bool> isSo,
        int milliseconds,
        CancellationToken cancellationToken,
        string what,
        int site,
        Task? task = null
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
                Wait: WaitKind.Condition,
                Subject: task,
                Rest: milliseconds == 0 ? null : gate ?? new Condition(isSo)
            )
        );
        execution.Commit(fiber, OperationKind.Read);
        return true;
    }

    /// <summary>A task that fails when the timeout expires; <see langword="null"/> without a timeout, or when the caller is not explored.</summary>
    public static Task<T>? Limit<T>(Task task, TimeSpan timeout, int site)
    {
        if (
            Timeouts.OfTimer(timeout) is 0 or Timeout.Infinite
            || !SchedulingPoints.IsExplored(out var execution, out var fiber)
            || task.IsCompleted
        )
            return null;
        var limit = new TaskCompletionSource<T>();
        StartTimer(
            execution,
            fiber,
            Timeouts.OfTimer(timeout),
            () => limit.TrySetException(new TimeoutException()),
            site
        );
        return limit.Task;
    }

    /// <summary>
    /// A task that fails when a timer of the program's own provider fires; <see langword="null"/> when the caller is not explored, or the real one
    /// has to decide.
    /// </summary>
    public static (Task<T> Limit, ITimer Timer)? Limit<T>(
        Task task,
        TimeSpan timeout,
        TimeProvider? timeProvider,
        CancellationToken cancellationToken,
        int site
    )
    {
        if (
            timeProvider is null
            || Timeouts.OfTimer(timeout) is 0 or Timeout.Infinite
            || !SchedulingPoints.IsExplored(out _, out _)
            || task.IsCompleted
            || cancellationToken.IsCancellationRequested
        )
            return null;
        var limit = new TaskCompletionSource<T>();
        var timer = timeProvider.CreateTimer(
            _ => End(limit.Task, () => limit.TrySetException(new TimeoutException()), site),
            null,
            timeout,
            Timeout.InfiniteTimeSpan
        );
        return (limit.Task, timer);
    }

    /// <summary>Lets go of a timer when a task has ended.</summary>
    public static T DisposingOf<T>(ITimer timer, T task)
        where T : Task
    {
        _ = task.ContinueWith(
            static (_, timer) => ((ITimer)timer!).Dispose(),
            timer,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        return task;
    }

    /// <summary>Options that keep continuations in a context: the thread pool is not controlled.</summary>
    public static ConfigureAwaitOptions InContext(ConfigureAwaitOptions options) =>
        Configure(options.HasFlag(ConfigureAwaitOptions.ContinueOnCapturedContext))
        && SchedulingPoints.IsExplored(out _, out _)
            ? options & ~ConfigureAwaitOptions.ForceYielding
                | ConfigureAwaitOptions.ContinueOnCapturedContext
            : options;

    /// <summary>
    /// Notes whether what is awaited next continues in the program's context or in the explorer's own, which stands for the pool. Always true when
    /// explored: there is always one of them.
    /// </summary>
    public static bool Configure(bool inProgramsContext)
    {
        if (!SchedulingPoints.IsExplored(out _, out var fiber))
            return inProgramsContext;
        fiber.LeavesContext = !inProgramsContext;
        return true;
    }

    /// <summary>Whether an awaiter of this type, asked now, continues in the explorer's own context although the program has one.</summary>
    public static bool LeavesContext<TAwaiter>(out SynchronizationContext? own)
    {
        own = null;
        if (
            !SchedulingPoints.IsExplored(out var execution, out var fiber)
            || !fiber.LeavesContext
            || !IsConfigured<TAwaiter>.Value
        )
            return false;
        own = execution.Context;
        return SynchronizationContext.Current != own;
    }

    private static class IsConfigured<TAwaiter>
    {
        public static readonly bool Value =
            typeof(TAwaiter).DeclaringType?.Name.StartsWith("Configured", StringComparison.Ordinal)
            == true;
    }

    /// <summary>Whether an awaiter would say that its task has not ended, so that the continuation comes later even if it has.</summary>
    public static bool ForcesYielding(ConfigureAwaitOptions options) =>
        options.HasFlag(ConfigureAwaitOptions.ForceYielding)
        && SchedulingPoints.IsExplored(out _, out _);

    /// <summary>A task that ends when a timer of the program's own provider fires; <see langword="null"/> when the caller is not explored, or the real one has to decide.</summary>
    public static Task? Delay(
        TimeSpan delay,
        TimeProvider? timeProvider,
        CancellationToken cancellationToken,
        int site
    )
    {
        if (
            timeProvider is null
            || Timeouts.OfTimer(delay) is 0 or Timeout.Infinite
            || cancellationToken.IsCancellationRequested
            || !SchedulingPoints.IsExplored(out _, out _)
        )
            return null;
        var source = new TaskCompletionSource();
        var timer = timeProvider.CreateTimer(
            _ => End(source.Task, () => source.TrySetResult(), site),
            null,
            delay,
            Timeout.InfiniteTimeSpan
        );
        cancellationToken.UnsafeRegister(_ => source.TrySetCanceled(cancellationToken), null);
        return DisposingOf(timer, source.Task);
    }

    /// <summary>Starts a timer that fires once: when, among the steps of others, is the strategy's choice.</summary>
    public static void StartTimer(
        Execution execution,
        Fiber fiber,
        long milliseconds,
        Action happens,
        int site
    )
    {
        var clock = Clock.Of(execution);
        var due = clock.Set(milliseconds);
        StartTimer(
            execution,
            fiber,
            new TimerGate(execution, clock, due, 0),
            () =>
            {
                clock.Advance(due);
                happens();
            },
            site
        );
    }

    /// <summary>Starts a fiber that does something when a gate opens.</summary>
    public static void StartTimer(
        Execution execution,
        Fiber fiber,
        TimerGate gate,
        Action happens,
        int site
    )
    {
        Fiber timer = null!;
        timer = execution.Spawn(
            fiber,
            $"timer {execution.Fibers.Count}",
            () =>
            {
                var tasks = Location(execution);
                execution.Reach(
                    timer,
                    new(
                        OperationKind.Write,
                        tasks,
                        site,
                        gate,
                        "time is up for",
                        Wait: WaitKind.Condition
                    )
                );
                timer.IsTimer = false;
                execution.Commit(timer, OperationKind.Write);
                happens();
            }
        );
        timer.IsBackground = true;
        timer.IsTimer = true;
    }

    private static void InContext(SynchronizationContext context, Action action)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            action();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    /// <summary>What every step on tasks and tokens touches.</summary>
    public static Location Location(Execution execution) =>
        execution.Heap.Of(null, LocationKind.Task);
}
