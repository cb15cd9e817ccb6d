namespace Katas.Harness.Timing;

public class ComparisonReportTests
{
    [Test]
    public void Figures_follow_from_the_measurements()
    {
        var figures = Report(
            Measured(seconds: 2, pooledSeconds: 1.25, pooledCpu: 2.5, costs: [2, 1, 1])
        );

        Assert.That(figures.MedianSeconds, Is.EqualTo(1.25));
        Assert.That(figures.Speedup, Is.EqualTo(1.6));
        Assert.That(figures.SpeedupLow, Is.EqualTo(1.6));
        Assert.That(figures.SpeedupHigh, Is.EqualTo(1.6));
        Assert.That(figures.Bound, Is.EqualTo(2));
        Assert.That(figures.Efficiency, Is.EqualTo(0.8));
        Assert.That(figures.SerialFraction, Is.EqualTo(0.25).Within(1e-12));
        Assert.That(figures.CpuPerWall, Is.EqualTo(2));
        Assert.That(figures.BreakEvenSeconds, Is.EqualTo(0.0002).Within(1e-12));
        Assert.That(figures.Verdict, Is.EqualTo(Verdict.Faster));
        Assert.That(figures.Reason, Is.Null);
    }

    [Test]
    public void Ratios_are_taken_round_by_round()
    {
        // Both slow down alike from round to round, so every ratio is 2, though the times range widely.
        var times = Enumerable.Range(1, 15).ToArray();
        var measured = new Measurements(
            "drifting",
            2,
            [],
            Series("sequential", 1, times.Select(t => new Timed(t, t))),
            [Series("threads", 2, times.Select(t => new Timed(t / 2.0, t)))]
        );

        var figures = ComparisonReport.Of(measured)[1];

        Assert.That(
            (figures.SpeedupLow, figures.Speedup, figures.SpeedupHigh),
            Is.EqualTo((2.0, 2.0, 2.0))
        );
        Assert.That((figures.SpeedupMin, figures.SpeedupMax), Is.EqualTo((2.0, 2.0)));
    }

    [Test]
    public void Work_that_can_be_divided_is_bounded_by_the_workers_alone()
    {
        var measured = Measured(2, 1, 2, costs: [2, 0.1]);
        var divided = measured with { Others = [measured.Others[0] with { DividesJobs = true }] };

        Assert.That(ComparisonReport.Of(measured)[1].Bound, Is.EqualTo(1.05).Within(1e-9));
        Assert.That(ComparisonReport.Of(divided)[1].Bound, Is.EqualTo(2));
    }

    [TestCase(1.25, Verdict.Faster)]
    [TestCase(2.0, Verdict.Same)]
    [TestCase(2.5, Verdict.Slower)]
    public void The_verdict_reads_the_interval(double pooledSeconds, Verdict expected) =>
        Assert.That(
            Report(Measured(2, pooledSeconds, pooledSeconds * 2, [1, 1])).Verdict,
            Is.EqualTo(expected)
        );

    [Test]
    public void A_baseline_without_its_core_allows_no_conclusion()
    {
        var report = ComparisonReport.Of(Measured(2, 1, 2, [1, 1], cpu: 1.8));

        Assert.That(report.Select(f => f.Verdict), Is.All.EqualTo(Verdict.Inconclusive));
        Assert.That(
            report[1].Reason,
            Is.EqualTo("the baseline had 0.90 of a core, so something else was running")
        );
    }

    [Test]
    public void A_pool_without_its_cores_allows_no_conclusion()
    {
        var figures = Report(Measured(2, 1.25, pooledCpu: 1.25 * 1.7, [1, 1]));

        Assert.That(figures.Verdict, Is.EqualTo(Verdict.Inconclusive));
        Assert.That(figures.Reason, Is.EqualTo("it had 1.70 cores, and its bound asks for 2.00"));
    }

    [Test]
    public void More_workers_than_cores_allow_no_conclusion()
    {
        var measured = Measured(2, 1, 2, [1, 1, 1, 1]);
        var four = measured with { Others = [measured.Others[0] with { Workers = 4 }] };

        Assert.That(ComparisonReport.Of(four)[1].Reason, Is.EqualTo("4 workers on 2 cores"));
    }

    [Test]
    public void Too_few_rounds_allow_no_conclusion()
    {
        var figures = Report(Measured(2, 1, 2, [1, 1], rounds: 14));

        Assert.That(figures.Verdict, Is.EqualTo(Verdict.Inconclusive));
        Assert.That(figures.Reason, Does.StartWith("14 of the 15 rounds"));
    }

    [Test]
    public void Another_output_is_the_verdict_whatever_the_time()
    {
        var measured = Measured(2, 0.1, 0.2, [1, 1]);
        var liar = measured with
        {
            Others = [measured.Others[0] with { Difference = "it returned 3" }],
        };

        var figures = ComparisonReport.Of(liar)[1];

        Assert.That(figures.Verdict, Is.EqualTo(Verdict.Different));
        Assert.That(figures.Reason, Is.EqualTo("it returned 3"));
    }

    [Test]
    public void What_never_ran_is_not_reported_and_without_a_round_nothing_is()
    {
        var measured = Measured(2, 1, 2, [1, 1]);
        var unrun = measured with { Others = [measured.Others[0] with { Runs = [] }] };

        Assert.That(ComparisonReport.Of(unrun), Has.Count.EqualTo(1));
        Assert.Throws<ArgumentException>(() =>
            ComparisonReport.Of(Measured(2, 1, 2, [1, 1], rounds: 0))
        );
    }

    private static Figures Report(Measurements measured) => ComparisonReport.Of(measured)[1];

    private static Measurements Measured(
        double seconds,
        double pooledSeconds,
        double pooledCpu,
        double[] costs,
        int rounds = 15,
        double? cpu = null
    ) =>
        new(
            "orders",
            2,
            costs,
            Series("sequential", 1, Enumerable.Repeat(new Timed(seconds, cpu ?? seconds), rounds)),
            [
                Series(
                    "threads",
                    2,
                    Enumerable.Repeat(new Timed(pooledSeconds, pooledCpu), rounds)
                ) with
                {
                    OverheadSeconds = 0.0001,
                },
            ]
        );

    private static Series Series(string name, int workers, IEnumerable<Timed> runs) =>
        new(name, workers) { Runs = [.. runs] };
}
