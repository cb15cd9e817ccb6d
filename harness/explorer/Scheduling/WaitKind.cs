namespace Katas.Harness.Explorer.Scheduling;

/// <summary>What a fiber waits for while it cannot take a step. Reports choose their words by it.</summary>
internal enum WaitKind : byte
{
    /// <summary>The step is no wait.</summary>
    None,

    /// <summary>A condition, which the step's own words name.</summary>
    Condition,

    /// <summary>A lock that another fiber holds.</summary>
    Lock,

    /// <summary>The pulse of a monitor, and then its lock.</summary>
    Pulse,

    /// <summary>The end of one thread.</summary>
    ThreadEnd,

    /// <summary>A change of something that a loop reads.</summary>
    LoopChange,

    /// <summary>The ends of the threads that the fiber itself has started at once.</summary>
    OwnThreads,

    /// <summary>The ends of all other threads, after the fiber's own work.</summary>
    AllThreads,
}
