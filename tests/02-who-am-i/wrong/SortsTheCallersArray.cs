// wrong: the caller's array is sorted in its place
// fails: Ranking_leaves_the_measurements_as_they_were
// says: "The caller's list is the caller's"

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
        var sorted = measurements as Measurement[] ?? [.. measurements];
        Array.Sort(
            sorted,
            (a, b) =>
                a.NanosecondsPerCall != b.NanosecondsPerCall
                    ? a.NanosecondsPerCall.CompareTo(b.NanosecondsPerCall)
                    : StringComparer.Ordinal.Compare(a.Name, b.Name)
        );
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
