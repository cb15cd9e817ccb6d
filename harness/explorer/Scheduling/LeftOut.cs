namespace Katas.Harness.Explorer.Scheduling;

/// <summary>Schedules that the program could have and no strategy chooses, because the explorer's models do not have them.</summary>
[Flags]
internal enum LeftOut
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A timer fires once more while other fibers could go on.</summary>
    TimerPeriods = 1,

    /// <summary>A parallel loop begins its iterations in another order, reads its items later, or has more workers.</summary>
    ParallelLoops = 2,

    /// <summary>A thread reads a part of a structure between two writes of its parts.</summary>
    TornStructures = 4,

    /// <summary>A registered wait sees its handle set once more while other fibers could go on.</summary>
    RegisteredWaits = 8,

    /// <summary>A job of the pool finds what another has left on the thread that both run on.</summary>
    PoolThreads = 16,
}
