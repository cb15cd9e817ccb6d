namespace Katas.Harness.Grading;

/// <summary>The lines of a kata: of the members that the exercise asks for, and of the helpers that they call.</summary>
/// <param name="Kata">The name of the kata.</param>
/// <param name="Lines">The lines; files are relative to the chapter's folder, lines count from 1.</param>
public sealed record KataCoverage(string Kata, IReadOnlyList<LineCoverage> Lines)
{
    /// <summary>How many of the lines were run.</summary>
    public int Covered => Lines.Count(line => line.IsCovered);

    /// <summary>The same of the solution, or <see langword="null"/> where there is no data.</summary>
    public CoveredLines? Reference { get; init; }
}
