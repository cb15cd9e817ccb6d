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
        return step < beginning.Count && (enabled & (1UL << beginning[step])) != 0
            ? beginning[step]
            : execution.ChooseFairly(enabled, from);
    }

    public void OnStep(Execution execution, int index) { }

    public bool Next(Execution execution) => false;
}
