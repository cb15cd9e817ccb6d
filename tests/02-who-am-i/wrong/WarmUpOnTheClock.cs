// wrong: the action is warmed up after the clock has been read, so the warming up is measured
// fails: The_first_call_is_not_measured, A_measurement_adds_up_all_repetitions, The_timestamps_are_counted_in_the_clocks_own_unit, Setting_the_time_of_day_back_does_not_matter, Each_way_is_measured_under_its_own_name, Two_ways_of_one_name_are_two_measurements_in_order, Who_measures_again_gets_new_figures
// fails: No_tick_of_the_total_is_left_out
// says: "call once before the clock is read"
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
        action();
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
