namespace Katas.Harness.Workbook.Memory;

/// <summary>Files that a command has replaced, as they were before.</summary>
/// <param name="Number">Counts up.</param>
/// <param name="Reason">The command, for people: <c>reset 03-first-thread</c>.</param>
/// <param name="IsUndo">Whether that command was itself an <c>undo</c>.</param>
/// <param name="Files">The files.</param>
public sealed record KeptAnswer(
    int Number,
    string Reason,
    bool IsUndo,
    IReadOnlyList<KeptFile> Files
);
