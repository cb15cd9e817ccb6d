using Katas.Harness.Grading.Intake;

namespace Katas.Harness.Grading.Cluster;

/// <summary>What a worker is given: a chapter of somebody, and not of whom.</summary>
/// <param name="Workbook">The version of the workbook by which it is to be graded.</param>
/// <param name="Slug">The chapter.</param>
/// <param name="RunsWhatIsNotAllowed">See <see cref="GraderOptions.RunsWhatIsNotAllowed"/>.</param>
/// <param name="Files">What was handed in.</param>
internal sealed record ChapterJob(
    string Workbook,
    string Slug,
    bool RunsWhatIsNotAllowed,
    IReadOnlyList<SubmittedFile> Files
);
