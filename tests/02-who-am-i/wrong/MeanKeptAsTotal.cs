// wrong: the time of one call is kept as the total
// fails: A_measurement_adds_up_all_repetitions, The_first_call_is_not_measured, The_timestamps_are_counted_in_the_clocks_own_unit, Setting_the_time_of_day_back_does_not_matter, Each_way_is_measured_under_its_own_name, Who_measures_again_gets_new_figures
// fails: No_tick_of_the_total_is_left_out
// says: "Five calls of 3 ms each"
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
        var total = clock.GetElapsedTime(start) / repetitions;

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
