using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Stands in for <see cref="TaskScheduler"/>, where it looks at the program's context.</summary>
[Controls(typeof(TaskScheduler))]
internal static class ControlledTaskScheduler
{
    public static TaskScheduler FromCurrentSynchronizationContext(int site) =>
        SynchronizationContext.Current is FiberContext
            ? throw new InvalidOperationException(
                "The current SynchronizationContext may not be used as a TaskScheduler."
            )
            : TaskScheduler.FromCurrentSynchronizationContext();

    public static TaskScheduler get_Current(int site) =>
        TaskScheduler.Current is FiberTaskScheduler ? TaskScheduler.Default : TaskScheduler.Current;
}
