using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Where tasks go: each becomes a fiber.</summary>
internal sealed class ControlledScheduler(Execution execution) : TaskScheduler
{
    protected override void QueueTask(Task task)
    {
        if (Points.IsExplored(out var current, out var fiber) && current == execution)
            execution
                .Spawn(fiber, $"task {execution.Fibers.Count}", () => TryExecuteTask(task))
                .IsBackground = true;
        else
            execution.Fail(Failure.Outside(0));
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
