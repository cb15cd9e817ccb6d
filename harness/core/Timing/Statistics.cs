namespace Katas.Harness.Timing;

/// <summary>What is made of repeated measurements. Pure: the same values and seed give the same figures.</summary>
public static class Statistics
{
    /// <summary>The middle value, or the mean of the two in the middle.</summary>
    /// <param name="values">At least one value, in any order.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        if (sorted.Length == 0)
            throw new ArgumentException("The median of no values is not defined.", nameof(values));
        return MedianOfSorted(sorted);
    }

    /// <summary>
    /// How far the median can be trusted: draws as many values with replacement as there are, takes their median, does so many times, and
    /// returns the range in which the middle 95 % of these medians lie (the percentile bootstrap of Efron).
    /// </summary>
    /// <param name="values">At least one value.</param>
    /// <param name="resamples">How many times to draw; at least 1.</param>
    /// <param name="seed">Makes the draws repeatable.</param>
    /// <param name="confidence">The share of medians inside the range; more than 0 and less than 1.</param>
    public static Interval BootstrapMedian(
        IReadOnlyList<double> values,
        int resamples = 5000,
        int seed = 1,
        double confidence = 0.95
    )
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(confidence, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);
        if (values.Count == 0)
            throw new ArgumentException("An interval of no values is not defined.", nameof(values));

        var random = new Random(seed);
        var medians = new double[resamples];
        var draw = new double[values.Count];
        for (var i = 0; i < resamples; i++)
        {
            for (var j = 0; j < draw.Length; j++)
                draw[j] = values[random.Next(values.Count)];
            Array.Sort(draw);
            medians[i] = MedianOfSorted(draw);
        }
        Array.Sort(medians);
        var tail = (1 - confidence) / 2;
        return new Interval(Quantile(medians, tail), Quantile(medians, 1 - tail));
    }

    /// <summary>The value below which a share of the values lies, between neighbours in proportion.</summary>
    private static double Quantile(double[] sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    private static double MedianOfSorted(double[] sorted)
    {
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
