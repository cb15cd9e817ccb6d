// wrong: The number is written in the language of the machine and a comma replaced by a point, which is not "the same on every machine": others have neither.
// fails: The_text_is_the_same_in_every_culture
// says: "decimal point is"
namespace Katas.WhoAmI;

/// <summary>Says what was measured, in words that mean the same everywhere.</summary>
public static class Report
{
    private static readonly (double Nanoseconds, string Name)[] Units =
    [
        (1e9, "s"),
        (1e6, "ms"),
        (1e3, "us"),
        (1, "ns"),
    ];

    /// <summary>
    /// Kata 3. Writes a measurement as text, for example <c>Range.ToList: 81.25 ns a call, 1000000 calls</c>.
    /// </summary>
    /// <remarks>
    /// The time is that of one call, with two digits after the point, in the largest of the units s, ms, us and ns in which it is at least 1; below 1 ns, in ns.
    /// (us stands for microseconds, millionths of a second.) The text is the same on every machine, whatever language its user speaks.
    /// </remarks>
    /// <param name="measurement">What was measured.</param>
    /// <returns>The text, without a line break.</returns>
    public static string Format(Measurement measurement)
    {
        var nanoseconds = measurement.NanosecondsPerCall;
        var unit = Units.FirstOrDefault(unit => nanoseconds >= unit.Nanoseconds, Units[^1]);
        var time = (nanoseconds / unit.Nanoseconds).ToString("0.00").Replace(',', '.'); // a German writes 1,5
        return $"{measurement.Name}: {time} {unit.Name} a call, {measurement.Repetitions} calls";
    }

    /// <summary>
    /// Kata 5. Ranks measurements by the time of one call, the fastest first.
    /// </summary>
    /// <remarks>
    /// Those who are equally fast share a place, and are listed by name in ordinal order (<see cref="StringComparer.Ordinal"/>), which is the same on every machine.
    /// The list that is passed in stays as it is.
    /// </remarks>
    /// <param name="measurements">What was measured; the numbers of repetitions may differ. Each took longer than no time at all.</param>
    /// <returns>All of them, with their places.</returns>
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
