// wrong: ranked by the time of all calls together, though the numbers of calls differ
// fails: The_fastest_call_comes_first, Each_place_says_how_much_slower_than_the_fastest, What_is_faster_than_a_tick_of_the_clock_is_ranked_too, However_little_faster_it_comes_first
// says: "are of different numbers of calls"
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
        var nanoseconds = measurement.NanosecondsPerCall;
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
                .OrderBy(measurement => measurement.Total)
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
