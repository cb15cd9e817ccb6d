// wrong: the repetitions are timed in batches of a thousand, so from 1001 repetitions on the clock is read in between
// fails: The_clock_is_read_twice_however_many_calls_there_are
// says: "Inside the loop it would be measured"
namespace Katas.WhoAmI;

/// <summary>Measures what code costs.</summary>
public static class Stopclock
{
    private const int Batch = 1000;

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

        var total = TimeSpan.Zero;
        var left = repetitions;
        while (left > 0)
        {
            var now = Math.Min(left, Batch);
            var start = clock.GetTimestamp();
            for (var i = 0; i < now; i++)
                action();
            total += clock.GetElapsedTime(start);
            left -= now;
        }

        return new Measurement(name, total, repetitions);
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
