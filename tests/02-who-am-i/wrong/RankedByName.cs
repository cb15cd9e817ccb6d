// wrong: a measurement is found again by its name, which another one may have
// fails: Two_measurements_of_one_name_have_two_places, What_was_measured_twice_alike_is_ranked_twice
// says: "Look for what finds a measurement by its name"

using System.Globalization;

namespace Katas.WhoAmI;

public static class Report
{
    public static string Format(Measurement measurement)
    {
        var ns = measurement.NanosecondsPerCall;
        var (unit, name) =
            ns >= 1e9 ? (1e9, "s")
            : ns >= 1e6 ? (1e6, "ms")
            : ns >= 1e3 ? (1e3, "us")
            : (1.0, "ns");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{measurement.Name}: {ns / unit:F2} {name} a call, {measurement.Repetitions} calls"
        );
    }

    public static IReadOnlyList<Placed> Rank(IReadOnlyList<Measurement> measurements)
    {
        var byName = measurements.ToLookup(m => m.Name);
        var sorted = byName
            .Select(group => group.First())
            .OrderBy(m => m.NanosecondsPerCall)
            .ThenBy(m => m.Name, StringComparer.Ordinal)
            .ToArray();
        return
        [
            .. sorted.Select(m => new Placed(
                1 + sorted.Count(o => o.NanosecondsPerCall < m.NanosecondsPerCall),
                m,
                m.NanosecondsPerCall / sorted[0].NanosecondsPerCall
            )),
        ];
    }
}
