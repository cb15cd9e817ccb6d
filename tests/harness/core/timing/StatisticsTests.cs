namespace Katas.Harness.Timing;

public class StatisticsTests
{
    [TestCase(new[] { 3.0 }, 3)]
    [TestCase(new[] { 5.0, 1, 3 }, 3)]
    [TestCase(new[] { 4.0, 1, 3, 2 }, 2.5)]
    [TestCase(new[] { 1.0, 1, 1, 100 }, 1)]
    public void Median_is_the_middle_value(double[] values, double expected) =>
        Assert.That(Statistics.Median(values), Is.EqualTo(expected));

    [Test]
    public void Nothing_has_no_median_and_no_interval()
    {
        Assert.Throws<ArgumentException>(() => Statistics.Median([]));
        Assert.Throws<ArgumentException>(() => Statistics.BootstrapMedian([]));
    }

    [Test]
    public void Equal_values_have_an_interval_without_width() =>
        Assert.That(
            Statistics.BootstrapMedian([1.7, 1.7, 1.7]),
            Is.EqualTo(new Interval(1.7, 1.7))
        );

    // The median of a draw from 1 to 15 is at most k with the chance of 8 or more hits in 15 at k/15 each: 0.4 % for 3, 4.0 % for 4, so
    // the middle 95 % begin at 4 and, mirrored, end at 12.
    [Test]
    public void The_interval_of_fifteen_values_runs_from_the_fourth_to_the_twelfth() =>
        Assert.That(
            Statistics.BootstrapMedian([.. Enumerable.Range(1, 15).Select(i => (double)i)]),
            Is.EqualTo(new Interval(4, 12))
        );

    [Test]
    public void The_same_seed_gives_the_same_interval_and_another_seed_nearly_the_same()
    {
        double[] values = [1.71, 1.74, 1.69, 1.75, 1.72, 1.70, 1.73];

        var first = Statistics.BootstrapMedian(values, seed: 7);

        Assert.That(Statistics.BootstrapMedian(values, seed: 7), Is.EqualTo(first));
        Assert.That(
            Statistics.BootstrapMedian(values, seed: 8).Low,
            Is.EqualTo(first.Low).Within(0.01)
        );
    }

    [Test]
    public void More_confidence_is_a_wider_interval()
    {
        double[] values = [.. Enumerable.Range(1, 31).Select(i => (double)i)];

        var wide = Statistics.BootstrapMedian(values, confidence: 0.99);
        var narrow = Statistics.BootstrapMedian(values, confidence: 0.5);

        Assert.That(wide.Low, Is.LessThan(narrow.Low));
        Assert.That(wide.High, Is.GreaterThan(narrow.High));
    }
}
