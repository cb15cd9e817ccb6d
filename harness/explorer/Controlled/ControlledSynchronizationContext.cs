using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="SynchronizationContext"/>: the explorer's own, which stands for the pool, is none to the program.</summary>
[Controls(typeof(SynchronizationContext))]
internal static class ControlledSynchronizationContext
{
    public static SynchronizationContext? get_Current(int site)
    {
        var current = SynchronizationContext.Current;
        return current is FiberContext ? null : current;
    }

    public static void SetSynchronizationContext(SynchronizationContext? syncContext, int site)
    {
        if (syncContext is null && SchedulingPoints.IsExplored(out var execution, out _))
            syncContext = execution.Context;
        SynchronizationContext.SetSynchronizationContext(syncContext);
    }

    public static void Post(
        SynchronizationContext context,
        SendOrPostCallback d,
        object? state,
        int site
    )
    {
        // The base class posts to the pool.
        if (
            context?.GetType() == typeof(SynchronizationContext)
            && SchedulingPoints.IsExplored(out var execution, out _)
        )
            context = execution.Context;
#pragma warning disable VSTHRD001 // It is the program's own call.
        context!.Post(d, state);
#pragma warning restore VSTHRD001
    }
}
