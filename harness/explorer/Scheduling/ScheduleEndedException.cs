namespace Katas.Harness.Explorer.Scheduling;

/// <summary>Unwinds the stack of a fiber when its schedule is over. Rewritten code cannot catch it.</summary>
#pragma warning disable CA1064 // It is internal on purpose: nobody outside has a use for it.
internal sealed class ScheduleEndedException()
    : Exception("This schedule of the exploration is over.");
