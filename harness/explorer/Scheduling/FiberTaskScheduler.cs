using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Scheduling;

/// <summary>Runs each task on a fiber of its own.</summary>
internal sealed class FiberTaskScheduler(Execution execution) : TaskScheduler
{
    private static readonly ConditionalWeakTable<Task, object> Cancellable = [];

    private static readonly ConditionalWeakTable<Task, Fiber> Runners = [];

    /// <summary>The fiber that runs a task, when steps are written down and it has one of its own.</summary>
    public static Fiber? RunnerOf(Task task) =>
        Runners.TryGetValue(task, out var fiber) ? fiber : null;

    /// <summary>Marks a new task as one that its token may cancel before it begins.</summary>
    public static T MarkCancellable<T>(T task, CancellationToken cancellationToken)
        where T : Task
    {
        if (cancellationToken.CanBeCanceled)
            Cancellable.AddOrUpdate(task, task);
        return task;
    }

    protected override void QueueTask(Task task)
    {
        if (CarrierThread.FiberOf(execution) is not { } fiber)
        {
            execution.Fail(Failure.UncontrolledThread(0));
            return;
        }
        var runner = execution.Spawn(fiber, $"task {execution.Fibers.Count}", () => Run(task));
        runner.IsBackground = true;
        if (execution.Recorder is not null)
            Runners.AddOrUpdate(task, runner);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued
        && SynchronizationContext.Current != execution.Elsewhere
        && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];

    private void Run(Task task)
    {
        // Whether its token is cancelled by now depends on the order of this step and the cancellation.
        if (Cancellable.TryGetValue(task, out _) && CarrierThread.FiberOf(execution) is { } fiber)
        {
            var tasks = execution.Heap.Of(null, LocationKind.Task);
            execution.Step(fiber, new(OperationKind.Read, tasks, 0, null, "begins a task"));
        }
        TryExecuteTask(task);
    }
}
