using System.Globalization;

namespace Katas.Harness.Cli.Timing;

/// <summary>A vertical axis from 0, with round numbers on it.</summary>
/// <param name="Top">The value at its top.</param>
/// <param name="Step">From one line to the next.</param>
internal sealed record Axis(double Top, double Step)
{
    private const int MostSteps = 8;

    /// <summary>The axis that holds a value with few lines.</summary>
    public static Axis For(double highest)
    {
        var step = new[] { 0.25, 0.5, 1, 2, 5, 10, 20, 50, 100 }.FirstOrDefault(
            candidate => highest / candidate <= MostSteps,
            Math.Ceiling(highest / MostSteps)
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
