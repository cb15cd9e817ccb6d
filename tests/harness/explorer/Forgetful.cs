using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer;

/// <summary>Breaks a strategy on purpose: it is not told of some races.</summary>
/// <param name="strategy">What is broken.</param>
/// <param name="kind">The kind of later step whose races are kept from it; <see langword="null"/> for those of steps that a blocked thread never takes.</param>
internal sealed class Forgetful(IStrategy strategy, OperationKind? kind) : IStrategy
{
    public int Choose(Execution execution, ulong enabled, Fiber from) =>
        strategy.Choose(execution, enabled, from);

    public void Taken(Execution execution, int index)
    {
        if (execution.Trace[index].Kind == kind)
            execution.Trace.Races.Clear();
        strategy.Taken(execution, index);
    }

    public void Missed(Execution execution, int index)
    {
        if (kind is not null)
            strategy.Missed(execution, index);
    }

    public bool Next(Execution execution) => strategy.Next(execution);
}
