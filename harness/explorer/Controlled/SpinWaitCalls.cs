namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="SpinWait"/>: time passes by itself here, so spinning is only a place at which others may run.</summary>
[Controls(typeof(SpinWait))]
internal static class SpinWaitCalls
{
    public static void SpinOnce(ref SpinWait spin, int site)
    {
        if (!ThreadCalls.Pause(site, "yields"))
            spin.SpinOnce();
    }

    public static void SpinOnce(ref SpinWait spin, int sleep1Threshold, int site)
    {
        if (!ThreadCalls.Pause(site, "yields"))
            spin.SpinOnce(sleep1Threshold);
    }

    public static void SpinUntil(Func<bool> condition, int site)
    {
        if (!Points.IsExplored(out var execution, out var fiber))
        {
            SpinWait.SpinUntil(condition);
            return;
        }
        execution.Loop(fiber, site, 0);
        while (!condition())
            execution.Loop(fiber, site, 0);
    }

    public static bool SpinUntil(Func<bool> condition, TimeSpan timeout, int site) =>
        SpinUntil(condition, Timeouts.Of(timeout), site);

    public static bool SpinUntil(Func<bool> condition, int millisecondsTimeout, int site)
    {
        if (!Points.IsExplored(out _, out _))
            return SpinWait.SpinUntil(condition, millisecondsTimeout);
        if (millisecondsTimeout == Timeout.Infinite)
        {
            SpinUntil(condition, site);
            return true;
        }
        // The time may be up at once, or only after others have run.
        return condition() || (ThreadCalls.Pause(site, "yields") && condition());
    }
}
