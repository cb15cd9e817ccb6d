// wrong: equally fast ones get different places
// fails: The_equally_fast_share_a_place, The_ranking_is_the_same_in_every_culture
// says: "Three are equally fast, so three are second"
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
            var place = ranked.Count + 1;
            var fastest = ranked.Count > 0 ? ranked[0].Measurement.NanosecondsPerCall : nanoseconds;
            ranked.Add(new Placed(place, measurement, nanoseconds / fastest));
        }
        return ranked;
    }
}
