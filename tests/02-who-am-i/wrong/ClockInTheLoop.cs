// wrong: the clock is read around every call, and its own cost is added up with the action's
// fails: The_clock_is_read_twice_however_many_calls_there_are
// says: "Inside the loop it would be measured as well"
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

        var total = TimeSpan.Zero;
        for (var i = 0; i < repetitions; i++)
        {
            var start = clock.GetTimestamp();
            action();
            total += clock.GetElapsedTime(start);
        }

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
            measurements.Add(Measure(build.Name, () => build.Make(), repetitions, clock));
        return measurements;
    }
}
