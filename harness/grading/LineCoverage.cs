namespace Katas.Harness.Grading;

/// <summary>One line of a submission, and whether the tests ran it.</summary>
/// <param name="File">The file, relative to the chapter's folder.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="IsCovered">Whether a statement that begins there was run.</param>
public sealed record LineCoverage(string File, int Line, bool IsCovered);
