using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer;

/// <summary>One strategy with its share of the schedules.</summary>
internal sealed class Stage(IStrategy strategy, int schedules, long steps)
{
    /// <summary>How it searches.</summary>
    public IStrategy Strategy { get; } = strategy;

    /// <summary>The most schedules it may run.</summary>
    public int Schedules { get; } = schedules;

    /// <summary>How many steps the exploration may have taken when it ends.</summary>
    public long Steps { get; } = steps;

    /// <summary>With a bound on preemptions, that bound.</summary>
    public int Bound { get; init; }

    /// <summary>How many schedules it has run.</summary>
    public int Used { get; set; }

    /// <summary>Whether it has run all there are.</summary>
    public bool HasFinished { get; set; }
}
