using System.Numerics;
using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Strategies;

/// <summary>One schedule, as a report names it.</summary>
internal sealed class GivenSchedule(IReadOnlyList<int> schedule) : IStrategy
{
    /// <summary>The first step at which the schedule could not be followed, or -1.</summary>
    public int DeviatesAt { get; private set; } = -1;

    public int Choose(Execution execution, ulong enabled, Fiber from)
    {
        var step = execution.Trace.Count;
        if (step < schedule.Count && (enabled & (1UL << FiberOf(schedule[step]))) != 0)
            return FiberOf(schedule[step]);
        if (DeviatesAt < 0 && step < schedule.Count)
            DeviatesAt = step;
        return (enabled & from.Bit) != 0 ? from.Id : BitOperations.TrailingZeroCount(enabled);
    }

    public int ChooseOption(Execution execution, int count)
    {
        var step = execution.Trace.Count;
        var option = step < schedule.Count ? schedule[step] >> Event.OptionShift : 0;
        return option < count ? option : 0;
    }

    public void OnStep(Execution execution, int index) { }

    public bool Next(Execution execution) => false;

    private static int FiberOf(int choice) => choice & (Fiber.Limit - 1);
}
