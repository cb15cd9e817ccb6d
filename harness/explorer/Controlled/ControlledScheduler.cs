using System.Runtime.CompilerServices;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Where tasks go: each becomes a fiber.</summary>
internal sealed class ControlledScheduler(Execution execution) : TaskScheduler
{
    // Tasks that a token may cancel before they begin.
    private static readonly ConditionalWeakTable<Task, object> Cancellable = [];

    /// <summary>Notes that a new task is not begun when its token is cancelled first.</summary>
    public static T Note<T>(T task, CancellationToken cancellationToken)
        where T : Task
    {
        if (cancellationToken.CanBeCanceled)
            Cancellable.AddOrUpdate(task, task);
        return task;
    }

    protected override void QueueTask(Task task)
    {
        if (SchedulingPoints.IsExplored(out var current, out var fiber) && current == execution)
            execution
                .Spawn(fiber, $"task {execution.Fibers.Count}", () => Begin(task))
                .IsBackground = true;
        else
            execution.Fail(Failure.Outside(0));
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];

    private void Begin(Task task)
    {
        if (Cancellable.TryGetValue(task, out _))
            Tasks.Look("begins a task", 0);
        TryExecuteTask(task);
    }
}
