// wrong: a slip in the index shows the result of one way under the name of the next, too
// fails: Each_way_is_measured_under_its_own_name, Each_way_is_measured_once, Two_ways_of_one_name_are_two_measurements_in_order, A_way_that_fails_is_not_measured
// says: "Look for a result that is shown under two names"
namespace Katas.WhoAmI;

public static class Stopclock
{
    public static Measurement Measure(
        string name,
        Action action,
        int repetitions,
        TimeProvider clock
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(repetitions, 1);
        action();

        var start = clock.GetTimestamp();
        for (var i = 0; i < repetitions; i++)
            action();
        var total = clock.GetElapsedTime(start);

        return new Measurement(name, total, repetitions);
    }

    public static IReadOnlyList<Measurement> MeasureAll(
        IReadOnlyList<Build> builds,
        int repetitions,
        TimeProvider clock
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(repetitions, 1);
        var measurements = new List<Measurement>();
        for (var i = 0; i < builds.Count; i++)
        {
            var make = builds[i - i % 2].Make;
            measurements.Add(Measure(builds[i].Name, () => make(), repetitions, clock));
        }
        return measurements;
    }
}
