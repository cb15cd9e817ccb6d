using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Opens when a reader-writer lock can be entered.</summary>
internal sealed class ReaderWriterWait(ReaderWriterState gate, Fiber waiting, ReaderWriterMode mode)
    : IGate
{
    public Fiber? WaitsFor => gate.HolderBeside(waiting);

    public bool IsOpenFor(Fiber fiber) => gate.MayEnter(fiber, mode);
}
