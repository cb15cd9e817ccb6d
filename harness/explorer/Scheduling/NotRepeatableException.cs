namespace Katas.Harness.Explorer.Scheduling;

/// <summary>A schedule did not do again what it did before.</summary>
#pragma warning disable CA1064 // It is internal on purpose: nobody outside sees it.
internal sealed class NotRepeatableException(Fiber fiber, int step)
    : Exception("The test did not do again what it did before.")
{
    /// <summary>The fiber whose step came out differently.</summary>
    public Fiber Fiber { get; } = fiber;

    /// <summary>Which step it was, from 0.</summary>
    public int Step { get; } = step;
}
