namespace Katas.WhoAmI;

/// <summary>Says what was measured, in words that mean the same everywhere.</summary>
public static class Report
{
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
        // TODO: write the measurement as text.
        throw new NotImplementedException();
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
        // TODO: rank the measurements.
        throw new NotImplementedException();
    }
}
