namespace Katas.Harness.Grading.Pages;

/// <summary>What the gradebook's page keeps of a student's chapter.</summary>
/// <param name="Score">The points.</param>
/// <param name="Most">The points that there are.</param>
/// <param name="Coverage">The coverage, in words; empty where there is nothing to cover.</param>
/// <param name="Reference">The solution's coverage, in words.</param>
/// <param name="State">How far it came.</param>
internal sealed record GradebookCell(
    double Score,
    double Most,
    string Coverage,
    string Reference,
    ChapterState State
);
