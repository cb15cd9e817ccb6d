using Katas.Harness.Explorer.Controlled;
using Katas.Harness.Explorer.Scheduling;
using Katas.Harness.Explorer.Verdicts;

namespace Katas.Harness.Explorer;

/// <summary>Runs plain C# under every relevant interleaving of its threads, and reports the first that fails.</summary>
/// <example>
/// <code>
/// Explorer.Check(() =>
/// {
///     var book = new OrderBook();
///     Explorer.Together(book.Add, book.Add);
///     Assert.That(book.Count, Is.EqualTo(2));
/// });
/// </code>
/// </example>
public static class Explorer
{
    /// <summary>An environment variable with a schedule does what <see cref="Replay(string)"/> does: for who starts the tests.</summary>
    public const string ReplayVariable = "KATAS_REPLAY";

    /// <summary>
    /// An environment variable with the folder below which <see cref="ExplorerOptions.ReportFolder"/> lies, for who starts the tests;
    /// <see cref="NoReports"/> for no pages but those that a test has a full path for.
    /// </summary>
    public const string ReportRootVariable = "KATAS_REPORT_ROOT";

    /// <summary>What <see cref="ReportRootVariable"/> says where tests must not write.</summary>
    public const string NoReports = "none";

    private static readonly AsyncLocal<string?> Pinned = new();

    /// <summary>Runs a test under every relevant interleaving.</summary>
    /// <param name="program">The test: sets up, starts threads, asserts. It is run many times, so it must begin anew each time.</param>
    /// <param name="options">How far to go; <see langword="null"/> for <see cref="ExplorerOptions.Default"/>.</param>
    /// <returns>What was explored, when nothing failed.</returns>
    /// <exception cref="ExplorationException">A schedule fails, or the test gives nothing to explore; the message is the report.</exception>
    public static ExplorationResult Check(Action program, ExplorerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        options ??= ExplorerOptions.Default;
        if (CarrierThread.Current is not null)
            throw new InvalidOperationException(
                "An exploration cannot start inside another. Put the second Explorer.Check after the first."
            );
        var exploration = new Exploration(program, options);
        var pinned = Pinned.Value ?? Environment.GetEnvironmentVariable(ReplayVariable);
        return pinned is { Length: > 0 } schedule
            ? exploration.Replay(schedule)
            : exploration.Run();
    }

    /// <summary>Runs an asynchronous test under every relevant interleaving of its tasks and threads.</summary>
    /// <param name="program">The test; what it awaits runs under the explorer, too.</param>
    /// <param name="options">How far to go; <see langword="null"/> for <see cref="ExplorerOptions.Default"/>.</param>
    /// <returns>What was explored, when nothing failed.</returns>
    /// <exception cref="ExplorationException">A schedule fails, or the test gives nothing to explore; the message is the report.</exception>
    public static ExplorationResult Check(Func<Task> program, ExplorerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        return Check(
            () =>
            {
                var task = program();
                Tasks.Await(() => task.IsCompleted, "a task", 0);
                task.GetAwaiter().GetResult();
            },
            (options ?? ExplorerOptions.Default) with
            {
                Program = program,
            }
        );
    }

    /// <summary>
    /// Calls operations of one object from several threads, under every relevant interleaving, and checks that each history is linearizable: that the same calls, one after the other in some order, give
    /// the same results. An order must keep what was over before something else began.
    /// </summary>
    /// <param name="create">Makes the object.</param>
    /// <param name="operations">Says what is called: the operations, and the threads or the bounds of those that are made up.</param>
    /// <param name="model">Makes the object that shows what is right, called by one thread alone; without it, <paramref name="create"/>.</param>
    /// <param name="options">How far to go in each scenario; <see langword="null"/> for <see cref="ExplorerOptions.Default"/>.</param>
    /// <typeparam name="T">The type of the object, or an interface that the model has, too.</typeparam>
    /// <returns>What was explored, when every history is linearizable.</returns>
    /// <example>
    /// <code>
    /// Explorer.Linearizable(
    ///     () => new BoundedStack(2),
    ///     calls => calls
    ///         .Operation("push 1", stack => stack.TryPush(1))
    ///         .Operation("pop", stack => stack.TryPop())
    ///         .Thread("push 1", "pop")
    ///         .Thread("pop"));
    /// </code>
    /// </example>
    /// <remarks>
    /// Results are compared by <see cref="object.Equals(object, object)"/>, sequences item by item, exceptions by their type. A task is waited for. An order in which a call never ends, even alone, is none.
    /// </remarks>
    /// <exception cref="NotLinearizableException">A history is not; the message is the report.</exception>
    /// <exception cref="ExplorationException">A schedule ends otherwise, in a deadlock for example.</exception>
    /// <exception cref="ArgumentException">The scenario has too many orders, or one in which nobody can go on; or an operation has no name of its own.</exception>
    public static ExplorationResult Linearizable<T>(
        Func<T> create,
        Action<Operations<T>> operations,
        Func<T>? model = null,
        ExplorerOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(operations);
        var calls = new Operations<T>();
        operations(calls);
        return new LinearizabilityCheck<T>(
            create,
            model ?? create,
            (options ?? ExplorerOptions.Default) with
            {
                Program = operations,
            }
        ).Run(calls);
    }

    /// <summary>Runs actions at the same time, each on a thread of its own, and returns when all have ended.</summary>
    /// <param name="actions">What the threads do; the report calls them thread 1, thread 2, and so on.</param>
    /// <exception cref="InvalidOperationException">The call is outside <see cref="Check(Action, ExplorerOptions?)"/>.</exception>
    public static void Together(params Action[] actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        if (!SchedulingPoints.IsExplored(out var execution, out var fiber))
            throw new InvalidOperationException("Explorer.Together belongs inside Explorer.Check.");
        var children = new Fiber[actions.Length];
        for (var i = 0; i < actions.Length; i++)
        {
            children[i] = execution.Spawn(
                fiber,
                $"thread {execution.Fibers.Count}",
                AbandonedMutexes.Work(actions[i])
            );
            children[i].HasOwnThread = true;
        }
        execution.Reach(
            fiber,
            new(
                OperationKind.Local,
                null,
                0,
                new TogetherGate(children),
                "waits for its threads",
                Wait: WaitKind.OwnThreads
            )
        );
        foreach (var child in children)
        {
            fiber.JoinClock(child);
            execution.Memory?.Join(fiber, child);
        }
        execution.Commit(fiber, OperationKind.Local);
    }

    /// <summary>
    /// Lets the test's own code wait inside <see cref="Check(Action, ExplorerOptions?)"/>: for what another thread of the test does. Code under test needs no such call;
    /// it waits with the means of C#.
    /// </summary>
    /// <param name="condition">What is waited for; once true it must stay so.</param>
    /// <param name="what">The same in words, for the report: <c>the other transfer to begin</c>.</param>
    /// <exception cref="InvalidOperationException">The call is outside <see cref="Check(Action, ExplorerOptions?)"/>.</exception>
    public static void WaitUntil(Func<bool> condition, string what)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(what);
        if (!SchedulingPoints.IsExplored(out var execution, out var fiber))
            throw new InvalidOperationException(
                "Explorer.WaitUntil belongs inside Explorer.Check."
            );
        // What the test has just done for others to observe gets an order with their waits for it.
        var test = execution.Heap.Of(null, LocationKind.Test);
        execution.Step(fiber, new(OperationKind.Write, test, 0, null, "is seen by"));
        execution.Reach(
            fiber,
            new(
                OperationKind.Write,
                test,
                0,
                new ConditionGate(condition),
                $"waits for {what}",
                Wait: WaitKind.Condition
            )
        );
        execution.Commit(fiber, OperationKind.Write);
    }

    /// <summary>A step of the test's own code inside <see cref="Check(Action, ExplorerOptions?)"/>, before which other threads may run.</summary>
    /// <exception cref="InvalidOperationException">The call is outside <see cref="Check(Action, ExplorerOptions?)"/>.</exception>
    public static void LetOthersRun() => WaitUntil(static () => true, "nothing");

    /// <summary>From here on, <see cref="Check(Action, ExplorerOptions?)"/> runs one given schedule only, the one that a report names: for the debugger.</summary>
    /// <param name="schedule">The schedule, as in <c>1-2-2-1</c>.</param>
    /// <exception cref="FormatException">It is no schedule.</exception>
    public static void Replay(string schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        _ = ScheduleText.Parse(schedule);
        Pinned.Value = schedule;
    }

    /// <summary>Runs a test under one given schedule, the one that a report names: for the debugger.</summary>
    /// <param name="schedule">The schedule, as in <c>1-2-2-1</c>.</param>
    /// <param name="program">The test.</param>
    /// <param name="options">How far to go; <see langword="null"/> for <see cref="ExplorerOptions.Default"/>.</param>
    /// <returns>What was run, when it did not fail.</returns>
    /// <exception cref="FormatException">It is no schedule.</exception>
    /// <exception cref="ExplorationException">The schedule fails.</exception>
    public static ExplorationResult Replay(
        string schedule,
        Action program,
        ExplorerOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(program);
        return new Exploration(program, options ?? ExplorerOptions.Default).Replay(schedule);
    }

    /// <summary>The folder below which the pages are; <see langword="null"/> when there are to be none.</summary>
    internal static string? ReportRoot(string folder)
    {
        if (Path.IsPathFullyQualified(folder))
            return "";
        var root = Environment.GetEnvironmentVariable(ReportRootVariable);
        return root == NoReports ? null
            : root is { Length: > 0 } ? root
            : Environment.CurrentDirectory;
    }

    private sealed class ConditionGate(Func<bool> condition) : IGate
    {
        public bool IsOpenFor(Fiber fiber) => condition();
    }

    /// <summary>Opens when all threads of a <see cref="Together"/> have ended.</summary>
    private sealed class TogetherGate(Fiber[] children) : IGate
    {
        public Fiber? WaitsFor => Array.Find(children, child => !child.IsFinished);

        public bool IsOpenFor(Fiber fiber) => Array.TrueForAll(children, child => child.IsFinished);

        public bool NeedsEndOf(Fiber other) => Array.IndexOf(children, other) >= 0;
    }
}
