namespace Katas.Harness.Grading;

/// <summary>How many lines were run, of how many.</summary>
/// <param name="Covered">The lines that were run.</param>
/// <param name="Lines">All lines.</param>
public sealed record CoveredLines(int Covered, int Lines)
{
    /// <summary>Counts lines; one that several katas share counts once.</summary>
    /// <param name="lines">The lines.</param>
    public static CoveredLines Of(IEnumerable<LineCoverage> lines)
    {
        var places = lines.GroupBy(line => (line.File, line.Line)).ToList();
        return new(places.Count(place => place.Any(line => line.IsCovered)), places.Count);
    }
}
