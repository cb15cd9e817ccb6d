// wrong: a SortedSet sorts the measurements, and it throws away one of two that are equally fast and have the same name
// fails: What_was_measured_twice_alike_is_ranked_twice
// says: "equal to the last bit"
using System.Globalization;

namespace Katas.WhoAmI;

/// <summary>Says what was measured, in words that mean the same everywhere.</summary>
public static class Report
{
    /// <summary>Kata 3. Writes a measurement as text.</summary>
    public static string Format(Measurement measurement)
    {
        var time = measurement.NanosecondsPerCall;
        var (value, unit) = time switch
        {
            >= 1e9 => (time / 1e9, "s"),
            >= 1e6 => (time / 1e6, "ms"),
            >= 1e3 => (time / 1e3, "us"),
            _ => (time, "ns"),
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{measurement.Name}: {value:F2} {unit} a call, {measurement.Repetitions} calls"
        );
    }

    /// <summary>Kata 5. Ranks measurements by the time of one call, the fastest first.</summary>
    public static IReadOnlyList<Placed> Rank(IReadOnlyList<Measurement> measurements)
    {
        var sorted = new SortedSet<Measurement>(
            measurements,
            Comparer<Measurement>.Create(
                (a, b) =>
                {
                    var byTime = a.NanosecondsPerCall.CompareTo(b.NanosecondsPerCall);
                    return byTime != 0 ? byTime : string.CompareOrdinal(a.Name, b.Name);
                }
            )
        );

        var placed = new List<Placed>(sorted.Count);
        var fastest = 0.0;
        foreach (var measurement in sorted)
        {
            var time = measurement.NanosecondsPerCall;
            if (placed.Count == 0)
                fastest = time;

            var place =
                placed.Count > 0 && placed[^1].Measurement.NanosecondsPerCall == time
                    ? placed[^1].Place
                    : placed.Count + 1;
            placed.Add(new Placed(place, measurement, time / fastest));
        }

        return placed;
    }
}
