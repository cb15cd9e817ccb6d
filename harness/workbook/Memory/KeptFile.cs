namespace Katas.Harness.Workbook.Memory;

/// <summary>A file as it was before it was replaced.</summary>
/// <param name="Path">Where it stood, relative to the workbook's root.</param>
/// <param name="Existed">Whether there was one at all.</param>
public sealed record KeptFile(string Path, bool Existed);
