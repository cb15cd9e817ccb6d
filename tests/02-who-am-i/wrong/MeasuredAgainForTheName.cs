// wrong: every way is measured twice, and the second result is shown
// fails: Each_way_is_measured_once
// says: "One call to warm up and four that are measured, for each way"
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
        foreach (var build in builds)
            Measure(build.Name, () => build.Make(), repetitions, clock);
        foreach (var build in builds)
            measurements.Add(Measure(build.Name, () => build.Make(), repetitions, clock));
        return measurements;
    }
}
