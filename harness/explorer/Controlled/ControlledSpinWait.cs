using System.Runtime.CompilerServices;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="SpinWait"/>: no time passes here, so spinning is only a place at which others may run.</summary>
[Controls(typeof(SpinWait))]
internal static class ControlledSpinWait
{
    // The real one also depends on the number of processors; this one is the same on every machine.
    private const int SpinsBeforeYielding = 10;

    public static void SpinOnce(ref SpinWait spin, int site)
    {
        if (ControlledThread.Pause(site, "yields"))
            CountOf(ref spin)++;
        else
            spin.SpinOnce();
    }

    public static void SpinOnce(ref SpinWait spin, int sleep1Threshold, int site)
    {
        if (ControlledThread.Pause(site, "yields"))
            CountOf(ref spin)++;
        else
            spin.SpinOnce(sleep1Threshold);
    }

    public static int get_Count(ref SpinWait spin, int site)
    {
        // A loop that reads the count may end because of it.
        if (SchedulingPoints.IsExplored(out _, out var fiber))
            fiber.Loops.RecordUnknownStep();
        return spin.Count;
    }

    public static bool get_NextSpinWillYield(ref SpinWait spin, int site)
    {
        if (!SchedulingPoints.IsExplored(out _, out var fiber))
            return spin.NextSpinWillYield;
        if (spin.Count >= SpinsBeforeYielding)
            return true;
        fiber.Loops.RecordUnknownStep();
        return false;
    }

    public static void SpinUntil(Func<bool> condition, int site)
    {
        if (!SchedulingPoints.IsExplored(out var execution, out var fiber))
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
        if (!SchedulingPoints.IsExplored(out _, out _))
            return SpinWait.SpinUntil(condition, millisecondsTimeout);
        if (millisecondsTimeout == Timeout.Infinite)
        {
            SpinUntil(condition, site);
            return true;
        }
        // The time may be up at once, or only after others have run.
        return condition() || (ControlledThread.Pause(site, "yields") && condition());
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_count")]
    private static extern ref int CountOf(ref SpinWait spin);
}
