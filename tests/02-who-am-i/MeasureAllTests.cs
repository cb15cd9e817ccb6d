using Katas.Harness.Probes;
using Katas.Harness.Testing;

namespace Katas.WhoAmI;

[Kata(4, typeof(Stopclock), nameof(Stopclock.MeasureAll))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class MeasureAllTests
{
    private readonly ManualTimeProvider _clock = new();

    [Test]
    public void Each_way_is_measured_under_its_own_name()
    {
        Build[] builds = [Takes("one", 1), Takes("two", 2), Takes("four", 4), Takes("eight", 8)];

        var measurements = Stopclock.MeasureAll(builds, 3, _clock);

        Assert.That(
            measurements,
            Is.EqualTo(
                new[]
                {
                    new Measurement("one", TimeSpan.FromMilliseconds(3), 3),
                    new Measurement("two", TimeSpan.FromMilliseconds(6), 3),
                    new Measurement("four", TimeSpan.FromMilliseconds(12), 3),
                    new Measurement("eight", TimeSpan.FromMilliseconds(24), 3),
                }
            ),
            "Each way took its own time: 1, 2, 4 and 8 ms a call. Look for a result that is shown under two names."
        );
    }

    [Test]
    public void Each_way_is_measured_once()
    {
        var calls = new int[3];
        Build[] builds = [.. calls.Select((_, i) => new Build($"way {i}", () => ++calls[i]))];

        var measurements = Stopclock.MeasureAll(builds, 4, _clock);
        var names = measurements.Select(measurement => measurement.Name).ToList();

        Assert.That(names, Has.Count.EqualTo(3), "One measurement for each of the three ways.");
        Assert.That(
            calls,
            Is.All.EqualTo(1 + 4),
            "One call to warm up and four that are measured, for each way, however often one looks at the results afterwards."
        );
    }

    [Test]
    public void Who_measures_again_gets_new_figures()
    {
        var pace = 1;
        Build[] builds =
        [
            new(
                "a",
                () =>
                {
                    _clock.Advance(TimeSpan.FromMilliseconds(pace));
                    return null!;
                }
            ),
        ];

        var first = Stopclock.MeasureAll(builds, 2, _clock).Single();
        pace = 3;
        var second = Stopclock.MeasureAll(builds, 2, _clock).Single();

        Assert.That(
            (first.Total.TotalMilliseconds, second.Total.TotalMilliseconds),
            Is.EqualTo((2.0, 6.0)),
            "(ms of the first measurement, of the second): between the two, the same way has become three times as slow. Look for a result that is kept from one call to the next."
        );
    }

    [Test]
    public void Two_ways_of_one_name_are_two_measurements_in_order()
    {
        Build[] builds = [Takes("b", 2), Takes("a", 1), Takes("b", 3)];

        var measurements = Stopclock.MeasureAll(builds, 1, _clock);

        Assert.That(
            measurements.Select(measurement =>
                (measurement.Name, measurement.Total.TotalMilliseconds)
            ),
            Is.EqualTo(new[] { ("b", 2.0), ("a", 1.0), ("b", 3.0) }),
            "One measurement for each way, in the order of the ways."
        );
    }

    [Test]
    public void The_eight_ways_have_eight_names_and_a_hundred_numbers_each()
    {
        var measurements = Stopclock.MeasureAll(Builds.All, 1, _clock);

        Assert.That(
            measurements.Select(measurement => measurement.Name),
            Is.Unique.And.Exactly(8).Items,
            "Eight ways with eight names went in, so eight measurements with eight names come out."
        );
        Assert.That(
            Builds.All.Select(build => ((IEnumerable<int>)build.Make()).Order()),
            Is.All.EqualTo(Enumerable.Range(0, 100)),
            "Only what builds the same can be compared."
        );
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void Measuring_nothing_is_an_error_at_once(int repetitions)
    {
        var calls = 0;
        Build[] builds = [.. Enumerable.Repeat(new Build("way", () => ++calls), 2)];

        Assert.That(
            () => Stopclock.MeasureAll(builds, repetitions, _clock),
            Throws.InstanceOf<ArgumentOutOfRangeException>(),
            $"{repetitions} repetitions were asked for: there has to be 1 at least. MeasureAll should say so itself, before anybody looks at its results."
        );
        Assert.That(calls, Is.Zero, "What cannot be measured need not run.");
    }

    [Test]
    public void A_way_that_fails_is_not_measured()
    {
        var burnt = new InvalidOperationException("burnt");

        var seen = Assert.Catch<InvalidOperationException>(
            () => Stopclock.MeasureAll([Takes("one", 1), new("two", () => throw burnt)], 1, _clock),
            "One of the ways throws, and nobody is told. Look for what catches it."
        );

        Assert.That(seen, Is.SameAs(burnt), "The caller gets the way's own exception.");
    }

    private Build Takes(string name, int milliseconds) =>
        new(
            name,
            () =>
            {
                _clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
                return name;
            }
        );
}
