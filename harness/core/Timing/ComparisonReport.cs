namespace Katas.Harness.Timing;

/// <summary>What is made of the measurements of one workload. Pure: no clock, no process.</summary>
public static class ComparisonReport
{
    /// <summary>Computes the figures of every variant, the baseline first.</summary>
    /// <param name="measured">At least one complete round.</param>
    /// <exception cref="ArgumentException">No round is complete.</exception>
    public static IReadOnlyList<Figures> Of(Measurements measured)
    {
        ArgumentNullException.ThrowIfNull(measured);
        if (measured.Rounds == 0)
            throw new ArgumentException(
                "There is nothing to report before the first round.",
                nameof(measured)
            );
        return
        [
            Baseline(measured),
            .. measured
                .Others.Where(series => series.Runs.Count > 0)
                .Select(series => Other(measured, series)),
        ];
    }

    private static Figures Baseline(Measurements measured)
    {
        var doubt = Conclusion.Doubt(
            measured.Rounds,
            CpuPerWall(measured.Baseline),
            cpuPerWall: 1,
            bound: 1,
            measured.Baseline.Workers,
            measured.Cores
        );
        return Make(measured, measured.Baseline, ratios: [1.0]) with
        {
            Verdict = doubt is null ? Verdict.Baseline : Verdict.Inconclusive,
            Reason = doubt,
        };
    }

    private static Figures Other(Measurements measured, Series series)
    {
        // Round by round: what slowed the machine down for a moment slowed both down.
        var ratios = series
            .Runs.Zip(measured.Baseline.Runs, (own, baseline) => baseline.Seconds / own.Seconds)
            .ToArray();
        var figures = Make(measured, series, ratios);
        if (series.Difference is not null)
            return figures with { Verdict = Verdict.Different, Reason = series.Difference };

        var doubt = Conclusion.Doubt(
            series.Runs.Count,
            CpuPerWall(measured.Baseline),
            figures.CpuPerWall,
            figures.Bound,
            series.Workers,
            measured.Cores
        );
        return figures with
        {
            Verdict = doubt is null
                ? Conclusion.Of(new Interval(figures.SpeedupLow, figures.SpeedupHigh))
                : Verdict.Inconclusive,
            Reason = doubt,
        };
    }

    private static Figures Make(Measurements measured, Series series, double[] ratios)
    {
        var speedup = Statistics.Median(ratios);
        var interval = Statistics.BootstrapMedian(ratios);
        return new Figures
        {
            Name = series.Name,
            Workers = series.Workers,
            MedianSeconds = Statistics.Median(series.Runs.Select(run => run.Seconds)),
            Speedup = speedup,
            SpeedupLow = interval.Low,
            SpeedupHigh = interval.High,
            SpeedupMin = ratios.Min(),
            SpeedupMax = ratios.Max(),
            Bound =
                series.DividesJobs || measured.Costs.Count == 0
                    ? series.Workers
                    : Schedule.Bound(measured.Costs, series.Workers),
            Efficiency = Scaling.Efficiency(speedup, series.Workers),
            SerialFraction = Scaling.SerialFraction(speedup, series.Workers),
            CpuPerWall = CpuPerWall(series),
            StartSeconds = series.StartSeconds,
            BreakEvenSeconds = series.OverheadSeconds is { } overhead
                ? Scaling.BreakEvenSeconds(overhead, series.Workers)
                : null,
            Verdict = Verdict.Inconclusive,
            Reason = null,
        };
    }

    private static double CpuPerWall(Series series) =>
        series.Runs.Sum(run => run.CpuSeconds) / series.Runs.Sum(run => run.Seconds);
}
