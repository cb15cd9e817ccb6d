namespace Katas.Harness.Cli.Updating;

/// <summary>A file that differs between two versions of the workbook.</summary>
/// <param name="Path">Where it is, relative to the root.</param>
/// <param name="OldBlob">What it was, or <see langword="null"/> when it is new.</param>
/// <param name="NewBlob">What it is, or <see langword="null"/> when it is gone.</param>
/// <param name="NewMode">Its mode in git, such as <c>100755</c>.</param>
internal sealed record FileChange(string Path, string? OldBlob, string? NewBlob, string NewMode)
{
    /// <summary>Whether it is a learner's to change: then the learner's version stays.</summary>
    public bool IsAnswer => Path.StartsWith("exercises/", StringComparison.Ordinal);

    /// <summary>Whether the file can be run.</summary>
    public bool IsExecutable => NewMode == "100755";

    /// <summary>The changes between two commits.</summary>
    public static IReadOnlyList<FileChange> Between(Git git, string older, string newer)
    {
        // :OLDMODE NEWMODE OLDBLOB NEWBLOB STATUS, then the path, each with a null character after it.
        var fields = git.Text("diff", "--raw", "-z", "--no-renames", "--no-abbrev", older, newer)
            .Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. fields
                .Chunk(2)
                .Select(pair => (Words: pair[0].TrimStart(':').Split(' '), Path: pair[1]))
                .Select(change => new FileChange(
                    change.Path,
                    Blob(change.Words[2]),
                    Blob(change.Words[3]),
                    change.Words[1]
                )),
        ];
    }

    private static string? Blob(string name) => name.All(c => c == '0') ? null : name;
}
