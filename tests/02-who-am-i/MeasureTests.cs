using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.WhoAmI;

[Kata(2, typeof(Stopclock), nameof(Stopclock.Measure))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class MeasureTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(3);

    private readonly ManualTimeProvider _clock = new();

    [Test]
    public void A_measurement_adds_up_all_repetitions()
    {
        var measurement = Stopclock.Measure("steps", () => _clock.Advance(Step), 5, _clock);

        Assert.That(
            measurement,
            Is.EqualTo(new Measurement("steps", 5 * Step, 5)),
            "Five calls of 3 ms each."
        );
    }

    [TestCase(1)]
    [TestCase(12_345_679)]
    [TestCase(10 * TimeSpan.TicksPerDay + 1)]
    public void No_tick_of_the_total_is_left_out(long ticks)
    {
        var measurement = Stopclock.Measure(
            "three calls",
            () => _clock.Advance(TimeSpan.FromTicks(ticks)),
            3,
            _clock
        );

        Assert.That(
            measurement.Total,
            Is.EqualTo(TimeSpan.FromTicks(3 * ticks)),
            "The total is the time that the clock tells, to its last 100 ns. Look for a conversion that rounds or cuts, or a product that is too large for its type."
        );
    }

    [Test]
    public void The_first_call_is_not_measured()
    {
        var calls = 0;

        var measurement = Stopclock.Measure(
            "a slow start",
            () => _clock.Advance(++calls == 1 ? TimeSpan.FromSeconds(1) : Step),
            5,
            _clock
        );

        Assert.That(
            measurement.Total,
            Is.EqualTo(5 * Step),
            "The first call took 1 s here, the others 3 ms. A first call loads and compiles; call once before the clock is read, so that it does not count."
        );
    }

    [TestCase(5)]
    [TestCase(12_347)]
    public void The_action_runs_once_to_warm_up_and_then_as_often_as_measured(int repetitions)
    {
        var calls = 0;

        Stopclock.Measure("calls", () => calls++, repetitions, _clock);

        Assert.That(
            calls,
            Is.EqualTo(1 + repetitions),
            $"One call to warm up and {repetitions} that are measured. Look at how many rounds the loop has."
        );
    }

    [TestCase(1)]
    [TestCase(1_000_000)]
    public void The_clock_is_read_twice_however_many_calls_there_are(int repetitions)
    {
        Stopclock.Measure("readings", () => { }, repetitions, _clock);

        Assert.That(
            _clock.Readings,
            Is.EqualTo(2),
            "A look at the clock takes about 20 ns, as long as many an action. Inside the loop it would be measured as well."
        );
    }

    [Test]
    public void The_timestamps_are_counted_in_the_clocks_own_unit()
    {
        var measurement = Stopclock.Measure(
            "thirds",
            () => _clock.Advance(Step),
            5,
            new FineClock(_clock)
        );

        Assert.That(
            measurement.Total,
            Is.EqualTo(5 * Step),
            "A timestamp is a number of ticks of this clock, here of 3,000,000 a second. The clock itself can tell the time between two of them."
        );
    }

    [Test]
    public void Setting_the_time_of_day_back_does_not_matter()
    {
        var measurement = Stopclock.Measure(
            "winter time",
            () => _clock.Advance(Step),
            5,
            new SetBackClock(_clock)
        );

        Assert.That(
            measurement.Total,
            Is.EqualTo(5 * Step),
            "The time of day was set back during the measurement. Durations are measured with timestamps, which only go forwards."
        );
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(int.MinValue)]
    public void Measuring_nothing_is_an_error(int repetitions)
    {
        var calls = 0;

        Assert.That(
            () => Stopclock.Measure("nothing", () => calls++, repetitions, _clock),
            Throws.InstanceOf<ArgumentOutOfRangeException>(),
            $"Nothing can be divided by {repetitions} calls: there has to be 1 at least."
        );
        Assert.That(calls, Is.Zero, "What cannot be measured need not run.");
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(4)]
    public void What_the_action_throws_reaches_the_caller(int call)
    {
        var calls = 0;
        var burnt = new InvalidOperationException("burnt");

        var seen = Assert.Catch<InvalidOperationException>(
            () =>
                Stopclock.Measure("fails", () => _ = ++calls == call ? throw burnt : 0, 3, _clock),
            $"Call {call} of the action threw, and Measure came back with a measurement: nobody knows that what was measured did not work. Look for what catches it."
        );

        Assert.That(seen, Is.SameAs(burnt), "The caller gets the action's own exception.");
    }
}
