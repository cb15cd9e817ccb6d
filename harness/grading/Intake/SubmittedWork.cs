namespace Katas.Harness.Grading.Intake;

/// <summary>What was read of a submission.</summary>
/// <param name="Chapters">The chapters that are there, by slug.</param>
/// <param name="Notes">What was refused, left out or decided while it was read, a sentence each.</param>
public sealed record SubmittedWork(
    IReadOnlyDictionary<string, SubmittedChapter> Chapters,
    IReadOnlyList<string> Notes
);
