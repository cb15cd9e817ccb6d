// wrong: the time of all calls together is shown as the time of one
// fails: The_time_is_that_of_one_call_in_a_unit_that_suits_it, The_text_is_the_same_in_every_culture, Any_name_will_do, What_is_just_below_one_of_a_unit_stays_in_the_smaller_one
// says: "Divide by the calls, then choose the unit"
using System.Globalization;

namespace Katas.WhoAmI;

public static class Report
{
    private static readonly (double Nanoseconds, string Name)[] Units =
    [
        (1e9, "s"),
        (1e6, "ms"),
        (1e3, "us"),
        (1, "ns"),
    ];

    public static string Format(Measurement measurement)
    {
        var nanoseconds = measurement.Total.TotalNanoseconds;
        var unit = Units.FirstOrDefault(unit => nanoseconds >= unit.Nanoseconds, Units[^1]);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{measurement.Name}: {nanoseconds / unit.Nanoseconds:0.00} {unit.Name} a call, {measurement.Repetitions} calls"
        );
    }

    public static IReadOnlyList<Placed> Rank(IReadOnlyList<Measurement> measurements)
    {
        var ranked = new List<Placed>();
        foreach (
            var measurement in measurements
                .OrderBy(measurement => measurement.NanosecondsPerCall)
                .ThenBy(measurement => measurement.Name, StringComparer.Ordinal)
        )
        {
            var nanoseconds = measurement.NanosecondsPerCall;
            var sharesPlace =
                ranked.Count > 0 && ranked[^1].Measurement.NanosecondsPerCall == nanoseconds;
            var place = sharesPlace ? ranked[^1].Place : ranked.Count + 1;
            var fastest = ranked.Count > 0 ? ranked[0].Measurement.NanosecondsPerCall : nanoseconds;
            ranked.Add(new Placed(place, measurement, nanoseconds / fastest));
        }
        return ranked;
    }
}
