using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Opens when a timer may fire: none with an earlier time is left, and, with one that fires again and again, not too often already.</summary>
/// <param name="clock">The schedule's clock.</param>
/// <param name="due">The timer's time.</param>
/// <param name="periods">How often it has fired before; 0 for a timer that fires once.</param>
internal sealed class TimerGate(Execution execution, Clock clock, long due, int periods) : IGate
{
    private const int MostPeriods = 2;

    /// <summary>Whether the timer was stopped, so that its fiber only has to end.</summary>
    public bool IsStopped { get; private set; }

    public bool IsOpenFor(Fiber fiber)
    {
        if (IsStopped)
            return true;
        if (!clock.IsNext(due))
            return false;
        if (periods == 0)
            return true;
        if (execution.HasTestEnded)
            return false;
        if (periods < MostPeriods || execution.AllOthersWait(fiber))
            return true;
        execution.LeaveOut(LeftOut.TimerPeriods);
        return false;
    }

    public void Stop()
    {
        if (IsStopped)
            return;
        IsStopped = true;
        clock.Stop(due);
    }
}
