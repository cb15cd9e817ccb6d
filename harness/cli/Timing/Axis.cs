using System.Globalization;

namespace Katas.Harness.Cli.Timing;

/// <summary>A vertical axis from 0, with a line at each multiple of a round number.</summary>
/// <param name="Top">The highest value.</param>
/// <param name="Step">The distance between two lines.</param>
internal sealed record Axis(double Top, double Step)
{
    private const int MaximumSteps = 8;

    /// <summary>The axis that reaches a value with at most eight lines above 0.</summary>
    public static Axis For(double highest)
    {
        var step = new[] { 0.25, 0.5, 1, 2, 5, 10, 20, 50, 100 }.FirstOrDefault(
            candidate => highest / candidate <= MaximumSteps,
            Math.Ceiling(highest / MaximumSteps)
        );
        return new Axis(Math.Ceiling(highest / step) * step, step);
    }

    public IEnumerable<double> Ticks()
    {
        for (var i = 0; i * Step <= Top + 1e-9; i++)
            yield return i * Step;
    }

    public string Label(double value) =>
        value.ToString(Step < 1 ? "0.##" : "0", CultureInfo.InvariantCulture);
}
