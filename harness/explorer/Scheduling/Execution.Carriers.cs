namespace Katas.Harness.Explorer.Scheduling;

/// <summary>The threads that fibers run on.</summary>
internal sealed partial class Execution
{
    /// <summary>Runs the fibers that a carrier is given, one after the other, and hands the turn over at the end of each.</summary>
    private void RunFibers(CarrierThread carrier)
    {
        while (true)
        {
            carrier.Park();
            if (IsClosed)
                return;
            if (carrier.Fiber is not { IsFinished: false } fiber)
                continue;
            RunToEnd(fiber, carrier);
            if (IsClosed)
                return;
            _idle.Push(carrier);
            if ((IsEnding ? null : Choose(fiber)) is { } next)
                Resume(next);
            else
                _mainCarrier.Wake();
        }
    }

    private void RunToEnd(Fiber fiber, CarrierThread carrier)
    {
        carrier.Fiber = fiber;
        fiber.Carrier = carrier;
        // The stack may belong to another fiber, and the thread may have run others before: neither's context is this one's.
        var (context, flow) = (SynchronizationContext.Current, ExecutionContext.Capture());
        SynchronizationContext.SetSynchronizationContext(Context);
        EnterFlow(fiber.Flow ?? _flow);
        try
        {
            if (!IsEnding)
                fiber.Body();
        }
        catch (ScheduleEndedException) { }
        catch (Exception e)
        {
            Fail(Failure.Of(fiber, e));
        }
        if (fiber.IsUnstarted && !IsEnding)
            TakeFirstStep(fiber);
        Memory?.Settle();
        fiber.IsFinished = true;
        SynchronizationContext.SetSynchronizationContext(context);
        EnterFlow(flow);
    }

    private static void EnterFlow(ExecutionContext? flow)
    {
        if (flow is not null)
            ExecutionContext.Restore(flow);
    }

    private void Resume(Fiber next)
    {
        if (next.Carrier is null)
        {
            if (!_idle.TryPop(out var carrier))
                carrier = CarrierThread.Start(this, "explorer", RunFibers);
            carrier.Fiber = next;
            next.Carrier = carrier;
        }
        next.Carrier.Wake();
    }
}
