// wrong: the total is cut to whole microseconds
// fails: No_tick_of_the_total_is_left_out
// says: "rounds or cuts"

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
        return new(
            name,
            TimeSpan.FromMicroseconds((long)clock.GetElapsedTime(start).TotalMicroseconds),
            repetitions
        );
    }

    public static IReadOnlyList<Measurement> MeasureAll(
        IReadOnlyList<Build> builds,
        int repetitions,
        TimeProvider clock
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(repetitions, 1);
        List<Measurement> all = [];
        foreach (var build in builds)
            all.Add(Measure(build.Name, () => build.Make(), repetitions, clock));
        return all;
    }
}
