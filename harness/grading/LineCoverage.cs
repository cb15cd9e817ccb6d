namespace Katas.Harness.Grading;

/// <summary>One line of a submission, and how often it was run.</summary>
/// <param name="File">The file, relative to the chapter's folder.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Hits">How often it was run.</param>
public sealed record LineCoverage(string File, int Line, long Hits);
