namespace Katas.Harness.Timing;

public class ScheduleTests
{
    /// <summary>Trial divisions of the six numbers, in millions.</summary>
    private static readonly double[] s_six = [5.298, 5.305, 5.298, 5.368, 5.380, 1.653];

    [TestCase(1, 1.00)]
    [TestCase(2, 1.77)]
    [TestCase(3, 2.65)]
    [TestCase(4, 2.67)]
    [TestCase(5, 4.07)]
    [TestCase(6, 5.26)]
    [TestCase(100, 5.26)]
    public void The_six_numbers_have_the_known_bounds(int workers, double expected) =>
        Assert.That(Schedule.Bound(s_six, workers), Is.EqualTo(expected).Within(0.005));

    // Graham's own example: the longest first ends at 11, the best possible is 9.
    [Test]
    public void The_longest_first_is_not_always_the_best() =>
        Assert.That(Schedule.Makespan([5, 5, 4, 4, 3, 3, 3], 3), Is.EqualTo(11));

    [Test]
    public void The_order_of_the_costs_does_not_matter() =>
        Assert.That(
            Schedule.Makespan([1, 9, 2, 8], 2),
            Is.EqualTo(Schedule.Makespan([9, 8, 2, 1], 2))
        );

    [Test]
    public void Nothing_to_do_is_done_at_once_and_bounds_nothing()
    {
        Assert.That(Schedule.Makespan([], 3), Is.Zero);
        Assert.That(Schedule.Bound([], 3), Is.EqualTo(3));
        Assert.That(Schedule.Bound([0, 0], 3), Is.EqualTo(3));
    }

    [Test]
    public void A_schedule_needs_a_worker_and_costs_that_are_not_negative()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Schedule.Makespan([1], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Schedule.Makespan([-1], 2));
    }
}
