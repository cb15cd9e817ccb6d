using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Strategies;

/// <summary>
/// A schedule of which only the beginning was recorded, since its strategy saw nothing new in the rest: the same turns as then, all recorded now.
/// </summary>
internal sealed class FairTailReplay(IReadOnlyList<int> beginning) : IStrategy
{
    public int Choose(Execution execution, ulong enabled, Fiber from)
    {
        var step = execution.Trace.Count;
        return step < beginning.Count && (enabled & (1UL << FiberOf(beginning[step]))) != 0
            ? FiberOf(beginning[step])
            : execution.ChooseFairly(enabled, from);
    }

    public int ChooseOption(Execution execution, int count)
    {
        var step = execution.Trace.Count;
        var option = step < beginning.Count ? beginning[step] >> Event.OptionShift : 0;
        return option < count ? option : 0;
    }

    public void OnStep(Execution execution, int index) { }

    public bool Next(Execution execution) => false;

    private static int FiberOf(int choice) => choice & (Fiber.Limit - 1);
}
