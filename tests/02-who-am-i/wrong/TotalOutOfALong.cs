// wrong: the timestamps are converted by multiplying before dividing in a long, which overflows when all repetitions together take some minutes (922 s with a clock of nanoseconds)
// fails: No_tick_of_the_total_is_left_out
// says: "too large for its type"
namespace Katas.WhoAmI;

/// <summary>Measures what code costs.</summary>
public static class Stopclock
{
    /// <summary>Kata 2. Measures how long an action takes, repeated many times.</summary>
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
        var end = clock.GetTimestamp();

        // From the clock's own unit to ticks, in whole numbers: nothing is lost on the way.
        var ticks = (end - start) * TimeSpan.TicksPerSecond / clock.TimestampFrequency;
        return new Measurement(name, TimeSpan.FromTicks(ticks), repetitions);
    }

    /// <summary>Kata 4. Measures several ways to build a collection.</summary>
    public static IReadOnlyList<Measurement> MeasureAll(
        IReadOnlyList<Build> builds,
        int repetitions,
        TimeProvider clock
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(repetitions, 1);

        var measurements = new List<Measurement>(builds.Count);
        foreach (var build in builds)
            measurements.Add(Measure(build.Name, () => build.Make(), repetitions, clock));
        return measurements;
    }
}
