// wrong: whoever is in the same whole nanosecond shares a place, though one is faster
// fails: However_little_faster_it_comes_first
// says: "nearly the same is not equally fast"
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
                .OrderBy(measurement => measurement.NanosecondsPerCall)
                .ThenBy(measurement => measurement.Name, StringComparer.Ordinal)
        )
        {
            var nanoseconds = measurement.NanosecondsPerCall;
            var sharesPlace =
                ranked.Count > 0
                && (long)ranked[^1].Measurement.NanosecondsPerCall == (long)nanoseconds;
            var place = sharesPlace ? ranked[^1].Place : ranked.Count + 1;
            var fastest = ranked.Count > 0 ? ranked[0].Measurement.NanosecondsPerCall : nanoseconds;
            ranked.Add(new Placed(place, measurement, nanoseconds / fastest));
        }
        return ranked;
    }
}
