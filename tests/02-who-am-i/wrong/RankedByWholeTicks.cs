// wrong: a call that is shorter than a tick of the clock takes no time at all
// fails: What_is_faster_than_a_tick_of_the_clock_is_ranked_too, However_little_faster_it_comes_first
// says: "A TimeSpan counts ticks of 100 ns"

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
        var sorted = measurements
            .OrderBy(m => m.Total / m.Repetitions)
            .ThenBy(m => m.Name, StringComparer.Ordinal)
            .ToArray();
        return
        [
            .. sorted.Select(m => new Placed(
                1 + sorted.Count(o => o.Total / o.Repetitions < m.Total / m.Repetitions),
                m,
                (m.Total / m.Repetitions) / (sorted[0].Total / sorted[0].Repetitions)
            )),
        ];
    }
}
