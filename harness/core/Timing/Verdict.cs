using System.Globalization;

namespace Katas.Harness.Timing;

/// <summary>What may be concluded from a comparison.</summary>
public static class Verdict
{
    /// <summary>What the others are measured against.</summary>
    public const string Baseline = "baseline";

    /// <summary>The whole interval of the speed-up is above 1.</summary>
    public const string Faster = "faster";

    /// <summary>The whole interval of the speed-up is below 1.</summary>
    public const string Slower = "slower";

    /// <summary>The interval of the speed-up contains 1.</summary>
    public const string Same = "same";

    /// <summary>The machine did not give the cores, or there were too few rounds: no lesson can be drawn.</summary>
    public const string Inconclusive = "inconclusive";

    /// <summary>The output was not the baseline's: it did other work, so its time means nothing.</summary>
    public const string Different = "different output";

    /// <summary>How many rounds a conclusion needs.</summary>
    public const int RoundsNeeded = 15;

    private const double BaselineShare = 0.95;
    private const double BoundShare = 0.9;

    /// <summary>Says why nothing may be concluded, or <see langword="null"/> when something may.</summary>
    /// <param name="rounds">How many rounds there were.</param>
    /// <param name="baselineCpuPerWall">Processor time over wall time of the baseline.</param>
    /// <param name="cpuPerWall">Processor time over wall time of the variant.</param>
    /// <param name="bound">The highest speed-up of the variant.</param>
    /// <param name="workers">How many workers the variant has.</param>
    /// <param name="cores">How many processors the process may use.</param>
    public static string? Doubt(
        int rounds,
        double baselineCpuPerWall,
        double cpuPerWall,
        double bound,
        int workers,
        int cores
    )
    {
        if (rounds < RoundsNeeded)
            return Format($"{rounds} of the {RoundsNeeded} rounds that a conclusion needs");
        if (baselineCpuPerWall < BaselineShare)
            return Format(
                $"the baseline had {baselineCpuPerWall:0.00} of a core, so something else was running"
            );
        if (cpuPerWall >= BoundShare * bound)
            return null;
        return workers > cores
            ? Format($"{workers} workers on {cores} cores")
            : Format($"it had {cpuPerWall:0.00} cores, and its bound asks for {bound:0.00}");
    }

    /// <summary>Reads the interval of a speed-up.</summary>
    /// <param name="speedup">The 95 % interval.</param>
    public static string Of(Interval speedup) =>
        speedup.Low > 1 ? Faster
        : speedup.High < 1 ? Slower
        : Same;

    private static string Format(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
