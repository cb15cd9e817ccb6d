namespace Katas.Harness.Grading.Pages;

/// <summary>What the gradebook's page keeps of a student.</summary>
/// <param name="Name">The name to display.</param>
/// <param name="Key">The name of the student's files.</param>
/// <param name="Score">The points.</param>
/// <param name="Most">The points that there are.</param>
/// <param name="Cells">A cell for each chapter.</param>
/// <param name="Flags">What to look at.</param>
internal sealed record GradebookRow(
    string Name,
    string Key,
    double Score,
    double Most,
    IReadOnlyList<GradebookCell> Cells,
    IReadOnlyList<string> Flags
);
