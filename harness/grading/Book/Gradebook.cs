namespace Katas.Harness.Grading.Book;

/// <summary>A class's grades: what <c>result.json</c> holds. The README describes it.</summary>
/// <param name="Isolation">What separated the submissions from the machine.</param>
/// <param name="Workbook">The version of the workbook: a hash of its tests and its harness.</param>
/// <param name="Environment">Where it was graded.</param>
/// <param name="Graded">When.</param>
/// <param name="Notes">What is to be said of the class as a whole.</param>
/// <param name="Students">The rows, by student.</param>
public sealed record Gradebook(
    string Isolation,
    string Workbook,
    GradingEnvironment Environment,
    DateTimeOffset Graded,
    IReadOnlyList<string> Notes,
    IReadOnlyList<StudentResult> Students
)
{
    /// <summary>The file's name.</summary>
    public const string FileName = "result.json";

    /// <summary>The version of this description.</summary>
    public int Schema { get; init; } = 1;
}
