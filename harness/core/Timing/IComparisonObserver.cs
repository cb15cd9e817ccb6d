namespace Katas.Harness.Timing;

/// <summary>Is told how a comparison goes on, between the timed runs.</summary>
public interface IComparisonObserver
{
    /// <summary>A variant is about to get ready and to be warmed up.</summary>
    /// <param name="variant">Which.</param>
    void WarmingUp(Variant variant);

    /// <summary>A round is complete.</summary>
    /// <param name="soFar">All that was measured up to now.</param>
    void RoundDone(Measurements soFar);
}
