namespace Katas.Harness.Grading.Intake;

/// <summary>A folder of a submission, on the disk or in a zip.</summary>
/// <param name="name">Its name; that of a zip is without its ending.</param>
/// <param name="path">Where it lies in what was handed in, for people.</param>
internal abstract class IntakeFolder(string name, string path)
{
    public string Name => name;

    public string Path => path;

    /// <summary>When it was changed last.</summary>
    public abstract DateTimeOffset Changed { get; }

    /// <summary>The folders in it, by name; what is refused is noted.</summary>
    public abstract IReadOnlyList<IntakeFolder> Folders(IntakeNotes notes);

    /// <summary>The files in it, by name; what is refused is noted.</summary>
    public abstract IReadOnlyList<IntakeFile> Files(IntakeNotes notes);
}
