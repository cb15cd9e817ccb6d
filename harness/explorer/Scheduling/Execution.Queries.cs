namespace Katas.Harness.Explorer.Scheduling;

/// <summary>What is asked of an execution when a schedule is over.</summary>
internal sealed partial class Execution
{
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
