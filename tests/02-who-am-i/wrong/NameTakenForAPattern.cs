// wrong: the name is part of a pattern for string.Format
// fails: Any_name_will_do
// says: "a name is just text"

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
        return string.Format(
            CultureInfo.InvariantCulture,
            measurement.Name + ": {0:F2} {1} a call, {2} calls",
            ns / unit,
            name,
            measurement.Repetitions
        );
    }

    public static IReadOnlyList<Placed> Rank(IReadOnlyList<Measurement> measurements)
    {
        var sorted = measurements
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
