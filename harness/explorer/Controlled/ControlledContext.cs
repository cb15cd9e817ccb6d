using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Where continuations go: each becomes a fiber, so that the scheduler decides when it runs.</summary>
internal sealed class ControlledContext(Execution execution) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state)
    {
        if (SchedulingPoints.IsExplored(out var current, out var fiber) && current == execution)
            execution.Spawn(fiber, $"task {execution.Fibers.Count}", () => d(state)).IsBackground =
                true;
        else
            execution.Fail(Failure.Outside(0));
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;
}
