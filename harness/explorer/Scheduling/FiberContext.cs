namespace Katas.Harness.Explorer.Scheduling;

/// <summary>Runs each continuation on a fiber of its own, so that the strategy decides when it runs.</summary>
internal sealed class FiberContext(Execution execution) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state)
    {
        if (CarrierThread.FiberOf(execution) is not { } fiber)
        {
            execution.Fail(Failure.UncontrolledThread(0));
            return;
        }
        try
        {
            var continuation = execution.Spawn(
                fiber,
                $"task {execution.Fibers.Count}",
                () => d(state)
            );
            continuation.IsBackground = true;
            continuation.Flow = null;
        }
        // Code of the framework calls this, in whose hands an exception ends the process; the fiber ends at its next step.
        catch (ScheduleEndedException) { }
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;
}
