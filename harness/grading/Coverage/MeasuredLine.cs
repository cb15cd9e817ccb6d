namespace Katas.Harness.Grading.Coverage;

/// <summary>A line on which statements begin.</summary>
/// <param name="File">The file, relative to the chapter's folder.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Places">The numbers of these statements; the line is covered when one of them has run.</param>
internal sealed record MeasuredLine(string File, int Line, IReadOnlyList<int> Places);
