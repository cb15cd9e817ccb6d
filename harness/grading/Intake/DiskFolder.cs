namespace Katas.Harness.Grading.Intake;

/// <summary>A folder on the disk. Of links only those to a file of the same submission are followed.</summary>
/// <param name="folder">The folder.</param>
/// <param name="root">The submission's.</param>
internal sealed class DiskFolder(DirectoryInfo folder, DirectoryInfo root)
    : IntakeFolder(folder.Name, System.IO.Path.GetRelativePath(root.FullName, folder.FullName))
{
    public DiskFolder(DirectoryInfo folder)
        : this(folder, folder) { }

    public override DateTimeOffset Changed => Time(folder);

    /// <summary>The same folder as that of a submission.</summary>
    public DiskFolder AsRoot() => new(folder);

    public override IReadOnlyList<IntakeFolder> Folders(IntakeNotes notes) =>
        [
            .. List(folder.EnumerateDirectories, notes)
                .Where(child => !IsRefusedLink(child, notes))
                .Select(child => new DiskFolder(child, root)),
        ];

    public override IReadOnlyList<IntakeFile> Files(IntakeNotes notes) =>
        [
            .. List(folder.EnumerateFiles, notes)
                .Where(child => !IsRefusedLink(child, notes))
                .Select(child => new IntakeFile(
                    child.Name,
                    Show(child),
                    Time(child),
                    () => Open(child)
                )),
        ];

    private static Stream Open(FileInfo file) =>
        // A pipe or a device says that it is empty, and would be waited for when it is opened.
        file.LinkTarget
            is null
        && file.Length == 0
            ? Stream.Null
            : file.OpenRead();

    private static DateTimeOffset Time(FileSystemInfo info) =>
        new(info.LastWriteTimeUtc, TimeSpan.Zero);

    private string Show(FileSystemInfo child) =>
        System.IO.Path.GetRelativePath(root.FullName, child.FullName).Replace('\\', '/');

    private IEnumerable<T> List<T>(Func<IEnumerable<T>> list, IntakeNotes notes)
        where T : FileSystemInfo
    {
        List<T> children;
        try
        {
            children = [.. list().Take(notes.Limits.Entries + 1)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            notes.Add($"'{Show(folder)}' cannot be read: {e.Message}");
            return [];
        }
        return children
            .OrderBy(child => child.Name, StringComparer.Ordinal)
            .TakeWhile(child => notes.Count(Show(child)));
    }

    private bool IsRefusedLink(FileSystemInfo child, IntakeNotes notes)
    {
        if (child.LinkTarget is null)
            return false;
        var refusal = Refusal(child);
        if (refusal is not null)
            notes.Add($"The link '{Show(child)}' is not followed: {refusal}.");
        return refusal is not null;
    }

    private string? Refusal(FileSystemInfo link)
    {
        if (link is DirectoryInfo)
            return "only links to files are";
        try
        {
            var target = link.ResolveLinkTarget(returnFinalTarget: true);
            if (target is not FileInfo { Exists: true, Length: > 0 })
                return "there is no file where it leads";
            return IsInside(target.FullName) ? null : "it leads out of the submission";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "it leads nowhere";
        }
    }

    /// <summary>Whether a path lies below the submission, and no folder on the way is a link itself.</summary>
    private bool IsInside(string path)
    {
        var relative = System.IO.Path.GetRelativePath(root.FullName, path);
        if (System.IO.Path.IsPathRooted(relative))
            return false;
        var here = root.FullName;
        foreach (var part in relative.Split(System.IO.Path.DirectorySeparatorChar))
        {
            here = System.IO.Path.Combine(here, part);
            if (part == ".." || new FileInfo(here).LinkTarget is not null)
                return false;
        }
        return true;
    }
}
