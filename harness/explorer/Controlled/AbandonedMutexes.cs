using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Mutexes that a thread has not released when it ends: the next to get one is told by an exception.</summary>
internal static class AbandonedMutexes
{
    /// <summary>The work of a thread, and then the end of its locks.</summary>
    public static Action Work(Action body) =>
        () =>
        {
            body();
            Leave();
        };

    /// <summary>The calling thread ends.</summary>
    public static void Leave()
    {
        if (!SchedulingPoints.IsExplored(out var execution, out var fiber) || execution.IsEnding)
            return;
        while (
            fiber.Held.FindLastIndex(held => held.Lock.Field == LocationKind.Mutex)
                is >= 0
                    and var last
        )
        {
            var location = fiber.Held[last].Lock;
            execution.Step(fiber, new(OperationKind.Release, location, 0, null, "abandons"));
            ((MonitorState)location.State!).Abandon(fiber);
        }
    }
}
