namespace Katas.Harness.Explorer;

/// <summary>Which schedules an exploration runs.</summary>
public enum Strategy
{
    /// <summary>Every interleaving if there is room for that; if not, those with few preemptions; what room is left after that, at random.</summary>
    Automatic,

    /// <summary>Every interleaving, of those that differ only in the order of independent steps one (dynamic partial-order reduction).</summary>
    Dpor,

    /// <summary>Those with no preemption, then those with one, then with two, and so on.</summary>
    Preemptions,

    /// <summary>At random, with a known chance of finding a bug of a given depth (PCT).</summary>
    Random,

    /// <summary>Every order of every step, without any reduction: to compare with.</summary>
    DepthFirst,
}
