using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Strategies;

/// <summary>Checks what an exploration depends on: that the same choices lead to the same steps.</summary>
internal static class Repeatable
{
    /// <summary>Fails the schedule when a step differs from the same step of an earlier schedule.</summary>
    public static void Require(bool same, Execution execution, int step)
    {
        if (same)
            return;
        var fiber = execution.Running!;
        execution.Fail(
            new(FailureKind.NotRepeatable, new NotRepeatableException(fiber, step), fiber, [])
        );
    }
}
