// wrong: results are filed under their names, so that of two ways with one name only the last is left
// fails: Two_ways_of_one_name_are_two_measurements_in_order
// says: "One measurement for each way"
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
        var measurements = new Dictionary<string, Measurement>();
        foreach (var build in builds)
            measurements[build.Name] = Measure(build.Name, () => build.Make(), repetitions, clock);
        return [.. measurements.Values];
    }
}
