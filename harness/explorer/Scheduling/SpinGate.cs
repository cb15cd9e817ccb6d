namespace Katas.Harness.Explorer.Scheduling;

/// <summary>Keeps a fiber from another iteration of a loop that can only repeat itself. Opens when what the loop reads has changed.</summary>
internal sealed class SpinGate : IGate
{
    public static readonly SpinGate Instance = new();

    public bool IsOpenFor(Fiber fiber) => !fiber.IsSpinning;
}
