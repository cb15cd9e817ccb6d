namespace Katas.Harness.Timing;

/// <summary>How a comparison is run.</summary>
public sealed record ComparisonOptions
{
    /// <summary>How many rounds; at least 1. A conclusion needs <see cref="Conclusion.RoundsNeeded"/>.</summary>
    public int Rounds { get; init; } = Conclusion.RoundsNeeded;

    /// <summary>How many workers the variants have, each number once.</summary>
    public IReadOnlyList<int> Workers { get; init; } = [1, Environment.ProcessorCount];
}
