using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Never open: a call behind it is interrupted even if it would not have to wait.</summary>
internal sealed class ClosedGate : IGate
{
    public static readonly ClosedGate Instance = new();

    public bool IsOpenFor(Fiber fiber) => false;
}
