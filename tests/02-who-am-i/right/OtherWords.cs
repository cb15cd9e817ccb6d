// right: units chosen one by one, text put together with ToString, places found by counting who is faster
using System.Globalization;

namespace Katas.WhoAmI;

public static class Report
{
    public static string Format(Measurement measurement)
    {
        var perCall = measurement.Total.TotalNanoseconds / measurement.Repetitions;
        string time;
        if (perCall < 1e3)
            time = Two(perCall) + " ns";
        else if (perCall < 1e6)
            time = Two(perCall / 1e3) + " us";
        else if (perCall < 1e9)
            time = Two(perCall / 1e6) + " ms";
        else
            time = Two(perCall / 1e9) + " s";
        return measurement.Name
            + ": "
            + time
            + " a call, "
            + measurement.Repetitions.ToString(CultureInfo.InvariantCulture)
            + " calls";
    }

    public static IReadOnlyList<Placed> Rank(IReadOnlyList<Measurement> measurements)
    {
        var sorted = measurements.ToList();
        sorted.Sort(
            (a, b) =>
            {
                var byTime = a.NanosecondsPerCall.CompareTo(b.NanosecondsPerCall);
                return byTime != 0 ? byTime : string.CompareOrdinal(a.Name, b.Name);
            }
        );
        return sorted
            .Select(one => new Placed(
                1 + sorted.Count(other => other.NanosecondsPerCall < one.NanosecondsPerCall),
                one,
                one.NanosecondsPerCall / sorted.Min(other => other.NanosecondsPerCall)
            ))
            .ToList();
    }

    private static string Two(double number) => number.ToString("F2", CultureInfo.InvariantCulture);
}
