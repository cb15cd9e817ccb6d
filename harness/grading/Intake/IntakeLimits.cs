namespace Katas.Harness.Grading.Intake;

/// <summary>How much of a submission is read. An honest one has some fifty files of a few kilobytes.</summary>
public sealed record IntakeLimits
{
    /// <summary>The bytes of one C# file.</summary>
    public int FileBytes { get; init; } = 1024 * 1024;

    /// <summary>The bytes of all C# files of one submission together.</summary>
    public int SourceBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>The C# files of one submission.</summary>
    public int Sources { get; init; } = 1000;

    /// <summary>The files and folders, of whatever kind, that are looked at in one submission.</summary>
    public int Entries { get; init; } = 20_000;

    /// <summary>The bytes of all zips of one submission together, those in another zip included.</summary>
    public int ZipBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How many zips may lie in each other.</summary>
    public int ZipDepth { get; init; } = 3;

    /// <summary>How many folders may lie in each other.</summary>
    public int FolderDepth { get; init; } = 16;

    /// <summary>The sentences about one submission; what comes after them is counted.</summary>
    public int Notes { get; init; } = 40;
}
