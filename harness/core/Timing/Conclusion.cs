using System.Globalization;

namespace Katas.Harness.Timing;

/// <summary>When figures allow a conclusion, and which.</summary>
public static class Conclusion
{
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
    public static Verdict Of(Interval speedup) =>
        speedup.Low > 1 ? Verdict.Faster
        : speedup.High < 1 ? Verdict.Slower
        : Verdict.Same;

    private static string Format(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
