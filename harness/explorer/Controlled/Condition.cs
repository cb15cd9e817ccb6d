using Katas.Harness.Explorer.Scheduling;

namespace Katas.Harness.Explorer.Controlled;

/// <summary>Opens when a condition holds, for example that the real object would not block.</summary>
internal sealed class Condition(Func<bool> holds) : IGate
{
    public bool IsOpenFor(Fiber fiber) => holds();
}
