namespace Katas.Harness.Grading;

/// <summary>What one student handed in, as the grader sees it: only the C# files of known chapters, in a folder of the grader's own.</summary>
/// <param name="Student">Who handed it in, as the name of the folder or zip says; unique in a class.</param>
/// <param name="Chapters">The folder of each chapter that is there, by slug (<c>03-first-thread</c>).</param>
/// <param name="Notes">What was refused, left out or decided while it was read, a sentence each.</param>
public sealed record Submission(
    string Student,
    IReadOnlyDictionary<string, string> Chapters,
    IReadOnlyList<string> Notes
);
