using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Opens when there is a reason to, of which each may come from another object.</summary>
/// <param name="count">How many reasons there are.</param>
internal sealed class ReasonsGate(Func<int> count) : IGate
{
    public bool IsOpenFor(Fiber fiber) => count() > 0;

    public bool IsOpenTwiceFor(Fiber fiber) => count() > 1;
}
