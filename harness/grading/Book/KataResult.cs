namespace Katas.Harness.Grading.Book;

/// <summary>What one kata of a submission is worth.</summary>
/// <param name="Kata">Its name.</param>
/// <param name="Score">The points, before anything is taken off for being late.</param>
/// <param name="Most">The points that there are.</param>
/// <param name="Passed">How many of its tests count as passed.</param>
/// <param name="Tests">How many tests it has; 0 when none was run.</param>
/// <param name="Covered">How many of its lines were run; <see langword="null"/> where there is no data.</param>
/// <param name="Lines">How many lines it has; <see langword="null"/> where there is no data.</param>
/// <param name="Steps">How the points came about, a sentence each.</param>
public sealed record KataResult(
    string Kata,
    double Score,
    double Most,
    int Passed,
    int Tests,
    int? Covered,
    int? Lines,
    IReadOnlyList<string> Steps
)
{
    /// <summary>Whether all its tests pass.</summary>
    public bool IsGreen => Tests > 0 && Passed == Tests;
}
