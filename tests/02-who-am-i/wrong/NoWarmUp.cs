// wrong: the first call, which loads and compiles, is measured with the others
// fails: The_first_call_is_not_measured, The_action_runs_once_to_warm_up_and_then_as_often_as_measured, Each_way_is_measured_once, What_the_action_throws_reaches_the_caller
// says: "A first call loads and compiles"
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
            measurements.Add(Measure(build.Name, () => build.Make(), repetitions, clock));
        return measurements;
    }
}
