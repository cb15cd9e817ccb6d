namespace Katas.Harness.Grading.Book;

/// <summary>What came of a chapter, and what of.</summary>
/// <param name="Content">The hash of what was graded.</param>
/// <param name="Conditions">The hash of what else the verdicts depend on.</param>
/// <param name="Grade">What came of it.</param>
internal sealed record KeptChapter(string Content, string Conditions, ChapterGrade Grade);
