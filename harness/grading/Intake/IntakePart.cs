namespace Katas.Harness.Grading.Intake;

/// <summary>A file or a folder that was handed in; of several, the last counts where they hold the same chapter.</summary>
/// <param name="Folder">The folder, or <see langword="null"/>.</param>
/// <param name="File">The file, or <see langword="null"/>.</param>
internal sealed record IntakePart(IntakeFolder? Folder, IntakeFile? File)
{
    public string Name => Folder?.Name ?? File!.Name;

    public DateTimeOffset Changed => Folder?.Changed ?? File!.Changed;
}
