using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Strategies;

/// <summary>An exploration stands on this: the same choices lead to the same steps.</summary>
internal static class Repeatable
{
    /// <summary>Ends the schedule when it does not do again what it did before.</summary>
    public static void Demand(bool same, Execution execution, int step)
    {
        if (same)
            return;
        var fiber = execution.Running!;
        execution.Fail(
            new(FailureKind.NotRepeatable, new NotRepeatableException(fiber, step), fiber, [])
        );
    }
}
