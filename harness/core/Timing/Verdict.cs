namespace Katas.Harness.Timing;

/// <summary>What may be concluded of one way of a comparison.</summary>
public enum Verdict
{
    /// <summary>What the others are measured against.</summary>
    Baseline,

    /// <summary>The whole interval of the speed-up is above 1.</summary>
    Faster,

    /// <summary>The whole interval of the speed-up is below 1.</summary>
    Slower,

    /// <summary>The interval of the speed-up contains 1.</summary>
    Same,

    /// <summary>The machine did not give the cores, or there were too few rounds: no lesson can be drawn.</summary>
    Inconclusive,

    /// <summary>The output was not the baseline's: it did other work, so its time means nothing.</summary>
    Different,
}
