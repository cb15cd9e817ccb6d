namespace Katas.Harness.Grading.Book;

/// <summary>What one chapter of a submission is worth, and why.</summary>
/// <param name="Score">The points.</param>
/// <param name="Most">The points that there are.</param>
/// <param name="Katas">Its katas, in the lesson's order.</param>
/// <param name="Steps">What the katas do not explain: what was taken off, and why.</param>
/// <param name="Grade">What the grader found out.</param>
public sealed record ChapterResult(
    double Score,
    double Most,
    IReadOnlyList<KataResult> Katas,
    IReadOnlyList<string> Steps,
    ChapterGrade Grade
)
{
    /// <summary>The chapter.</summary>
    public string Slug => Grade.Slug;

    /// <summary>How many lines were run of all katas of which there is data; <see langword="null"/> where there is none.</summary>
    public int? Covered => All?.Covered;

    /// <summary>How many lines these katas have; <see langword="null"/> where there is no data.</summary>
    public int? Lines => All?.Lines;

    private CoveredLines? All =>
        Grade.Coverage is { } katas ? CoveredLines.Of(katas.SelectMany(kata => kata.Lines)) : null;
}
