// wrong: From a hundred repetitions on the loop is unrolled by four and the rest forgotten, so the action does not run "repetitions times".
// fails: The_action_runs_once_to_warm_up_and_then_as_often_as_measured
// says: "how many rounds"
namespace Katas.WhoAmI;

/// <summary>Measures what code costs.</summary>
public static class Stopclock
{
    /// <summary>
    /// Kata 2. Measures how long an action takes, repeated many times.
    /// </summary>
    /// <remarks>
    /// The action runs once before the measurement, unmeasured: the first call of any code is not like the others. Then the clock is read,
    /// the action runs <paramref name="repetitions"/> times, and the clock is read again; not in between, because a look at the clock costs time, too.
    /// Use the clock's timestamps: they only go forwards, but the time of day may be set back.
    /// </remarks>
    /// <param name="name">What the measurement is called.</param>
    /// <param name="action">What is measured.</param>
    /// <param name="repetitions">How many calls are measured; at least 1.</param>
    /// <param name="clock">The clock; <see cref="TimeProvider.System"/> outside tests.</param>
    /// <returns>The measurement, the first call not included.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="repetitions"/> is less than 1; the action has not run then.</exception>
    public static Measurement Measure(
        string name,
        Action action,
        int repetitions,
        TimeProvider clock
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(repetitions, 1);
        action(); // warms up: loads, compiles, fills caches

        var start = clock.GetTimestamp();
        if (repetitions < 100)
        {
            for (var i = 0; i < repetitions; i++)
                action();
        }
        else
        {
            // Four calls a round: the loop itself should not cost anything.
            for (var i = 0; i < repetitions / 4; i++)
            {
                action();
                action();
                action();
                action();
            }
        }
        var total = clock.GetElapsedTime(start);

        return new Measurement(name, total, repetitions);
    }

    /// <summary>
    /// Kata 4. Measures several ways to build a collection, each one once and under its own name.
    /// </summary>
    /// <param name="builds">The ways.</param>
    /// <param name="repetitions">How many calls of each are measured; at least 1.</param>
    /// <param name="clock">The clock.</param>
    /// <returns>One measurement for each way, in the order of <paramref name="builds"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="repetitions"/> is less than 1.</exception>
    public static IReadOnlyList<Measurement> MeasureAll(
        IReadOnlyList<Build> builds,
        int repetitions,
        TimeProvider clock
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(repetitions, 1);
        var measurements = new List<Measurement>(); // a list, not a query: a query would measure again for everyone who looks
        foreach (var build in builds)
            measurements.Add(Measure(build.Name, () => build.Make(), repetitions, clock));
        return measurements;
    }
}
