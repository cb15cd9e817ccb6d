namespace Katas.Harness.Explorer.Scheduling;

/// <summary>Where a fiber rests that can only repeat itself. Open as soon as the fiber no longer counts as spinning.</summary>
internal sealed class SpinGate : IGate
{
    public static readonly SpinGate Instance = new();

    public bool IsOpenFor(Fiber fiber) => !fiber.IsSpinning;
}
