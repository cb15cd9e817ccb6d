namespace Katas.Harness.Explorer.Scheduling;

/// <summary>What is asked of an execution when a schedule is over.</summary>
internal sealed partial class Execution
{
    /// <summary>Whether the test itself has ended, and with it the program but for the threads that it waits for.</summary>
    public bool HasTestEnded => _main.Pending.Gate is EndGate;

    /// <summary>What was left out so far.</summary>
    public LeftOut LeftOut { get; private set; }

    /// <summary>Notes that such schedules are left out.</summary>
    public void LeaveOut(LeftOut schedules) => LeftOut |= schedules;

    /// <summary>Whether no fiber but one can go on, timers not counted.</summary>
    public bool AllOthersWait(Fiber but) =>
        _fibers.TrueForAll(fiber =>
            fiber == but || fiber.IsFinished || fiber.IsTimer || !CanStep(fiber)
        );

    /// <summary>How often a fiber that could have gone on had to let another go first, and an access took effect out of order.</summary>
    public int Preemptions()
    {
        var preemptions = 0;
        for (var i = 0; i < Trace.Count; i++)
        {
            if (Trace[i].Option > 0)
                preemptions++;
            if (i == 0)
                continue;
            var before = Trace[i - 1].Fiber;
            if (Trace[i].Fiber != before && (Trace[i].Enabled & (1UL << before)) != 0)
                preemptions++;
        }
        return preemptions;
    }
}
