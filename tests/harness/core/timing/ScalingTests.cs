namespace Katas.Harness.Timing;

public class ScalingTests
{
    // Amdahl: with a tenth that cannot be divided, 8 workers reach 1 / (0.1 + 0.9/8) = 4.7059.
    [TestCase(4.705882, 8, 0.1)]
    [TestCase(2, 2, 0)]
    [TestCase(1, 4, 1)]
    [TestCase(1.77, 2, 0.12994)]
    [TestCase(2.2, 2, -0.09091)]
    public void Karp_and_Flatt_find_amdahls_serial_fraction(
        double speedup,
        int workers,
        double expected
    ) =>
        Assert.That(Scaling.SerialFraction(speedup, workers), Is.EqualTo(expected).Within(0.00001));

    [Test]
    public void One_worker_has_no_serial_fraction_and_no_break_even()
    {
        Assert.That(Scaling.SerialFraction(1, 1), Is.Null);
        Assert.That(Scaling.BreakEvenSeconds(0.001, 1), Is.Null);
    }

    [TestCase(2, 0.002)]
    [TestCase(5, 0.00125)]
    public void A_job_of_the_break_even_length_costs_the_same_alone_and_in_the_pool(
        int workers,
        double expected
    )
    {
        const double Overhead = 0.001;

        var length = Scaling.BreakEvenSeconds(Overhead, workers)!.Value;

        Assert.That(length, Is.EqualTo(expected).Within(1e-12));
        Assert.That(length / workers + Overhead, Is.EqualTo(length).Within(1e-12));
    }

    [Test]
    public void Efficiency_is_the_speedup_of_each_worker() =>
        Assert.That(Scaling.Efficiency(3, 4), Is.EqualTo(0.75));
}
