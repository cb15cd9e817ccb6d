namespace Katas.Harness.Explorer.Scheduling;

/// <summary>A condition for the next step of a fiber.</summary>
internal interface IGate
{
    /// <summary>Whether the fiber may take its step now.</summary>
    bool IsOpenFor(Fiber fiber);

    /// <summary>Whether the fiber could take its step now even without one of the steps that have opened the gate.</summary>
    bool IsOpenTwiceFor(Fiber fiber) => false;

    /// <summary>
    /// Whether this gate cannot open before <paramref name="other"/> has finished, so that the waiting fiber's stack may be used to run it.
    /// </summary>
    bool NeedsEndOf(Fiber other) => false;

    /// <summary>The fiber that must act for the gate to open, when it is known: the holder of a lock, the thread that is joined.</summary>
    Fiber? WaitsFor => null;
}
