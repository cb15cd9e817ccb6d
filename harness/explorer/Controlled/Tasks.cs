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
        if (Points.IsExplored(out var execution, out var fiber))
            execution.Step(fiber, new(OperationKind.Write, Location(execution), site, null, what));
    }

    /// <summary>Whether a task has ended is looked at.</summary>
    public static void Look(string what, int site)
    {
        if (Points.IsExplored(out var execution, out var fiber))
            execution.Step(fiber, new(OperationKind.Read, Location(execution), site, null, what));
    }

    /// <summary>Blocks until it is so.</summary>
    public static void Await(Func<bool> isSo, string what, int site)
    {
        if (!Points.IsExplored(out var execution, out var fiber))
            return;
        execution.Reach(
            fiber,
            new(OperationKind.Read, Location(execution), site, new Condition(isSo), what)
        );
        execution.Commit(fiber, OperationKind.Read);
    }

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
