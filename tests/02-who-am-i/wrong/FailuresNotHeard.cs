// wrong: what the action throws is swallowed, and it is measured as if it had worked
// fails: What_the_action_throws_reaches_the_caller, A_way_that_fails_is_not_measured
// says: "nobody knows that what was measured did not work"

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
        Try();
        var start = clock.GetTimestamp();
        for (var i = 0; i < repetitions; i++)
            Try();
        return new Measurement(name, clock.GetElapsedTime(start), repetitions);

        void Try()
        {
            try
            {
                action();
            }
            catch (Exception)
            {
                // counted like any other
            }
        }
    }

    public static IReadOnlyList<Measurement> MeasureAll(
        IReadOnlyList<Build> builds,
        int repetitions,
        TimeProvider clock
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(repetitions, 1);
        return builds
            .Select(build => Measure(build.Name, () => build.Make(), repetitions, clock))
            .ToList();
    }
}
