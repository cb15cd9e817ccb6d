namespace Katas.Harness.Workbook;

/// <summary>A line of a source file.</summary>
/// <param name="File">The full path of the file.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record SourcePlace(string File, int Line);
