// wrong: a negative number of repetitions is not refused
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
        ArgumentOutOfRangeException.ThrowIfZero(repetitions);
        action();
        var start = clock.GetTimestamp();
        for (var i = 0; i < repetitions; i++)
            action();
        return new Measurement(name, clock.GetElapsedTime(start), repetitions);
    }

    public static IReadOnlyList<Measurement> MeasureAll(
        IReadOnlyList<Build> builds,
        int repetitions,
        TimeProvider clock
    )
    {
        ArgumentOutOfRangeException.ThrowIfZero(repetitions);
        return builds
            .Select(build => Measure(build.Name, () => build.Make(), repetitions, clock))
            .ToList();
    }
}
