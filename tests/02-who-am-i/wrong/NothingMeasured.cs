// wrong: no calls are measured without a word, and the first call runs all the same
// fails: Measuring_nothing_is_an_error, Measuring_nothing_is_an_error_at_once
// says: "there has to be 1 at least"
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
        var measurements = new List<Measurement>();
        foreach (var build in builds)
            measurements.Add(Measure(build.Name, () => build.Make(), repetitions, clock));
        return measurements;
    }
}
