using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer;

/// <summary>Breaks a strategy on purpose: some races are kept from it.</summary>
/// <param name="strategy">What is broken.</param>
/// <param name="kind">The kind of later step whose races are kept from it; <see langword="null"/> for those of steps that a blocked thread never takes.</param>
internal sealed class BrokenStrategy(IStrategy strategy, OperationKind? kind) : IStrategy
{
    public int Choose(Execution execution, ulong enabled, Fiber from) =>
        strategy.Choose(execution, enabled, from);

    public int ChooseOption(Execution execution, int count) =>
        strategy.ChooseOption(execution, count);

    public void OnStep(Execution execution, int index)
    {
        if (execution.Trace[index].Kind == kind)
            execution.Trace.Races.Clear();
        strategy.OnStep(execution, index);
    }

    public void OnBlockedStep(Execution execution, int index)
    {
        if (kind is not null)
            strategy.OnBlockedStep(execution, index);
    }

    public bool Next(Execution execution) => strategy.Next(execution);
}
