using System.IO.Compression;

namespace Katas.Harness.Grading.Intake;

/// <summary>A folder in a zip. The zip is never unpacked: what is read of it goes into memory.</summary>
internal sealed class ZipFolder : IntakeFolder
{
    private const int LinkMode = 0xA000;
    private const int ModeMask = 0xF000;
    private const int LongestName = 200;

    private readonly SortedDictionary<string, ZipFolder> _folders = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, IntakeFile> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _refused = [];
    private DateTimeOffset _changed = DateTimeOffset.MinValue;

    private readonly Lock _gate;
    private readonly ZipFolder? _parent;

    private ZipFolder(string name, string path, ZipFolder? parent = null)
        : base(name, path) => (_parent, _gate) = (parent, parent?._gate ?? new());

    public override DateTimeOffset Changed => _changed;

    /// <summary>Lists a zip; the stream stays open as long as its files are read.</summary>
    /// <param name="name">The name of the zip, without its ending.</param>
    /// <param name="path">Where it lies.</param>
    /// <param name="stream">The zip.</param>
    /// <param name="notes">Takes what is refused.</param>
    /// <exception cref="InvalidDataException">It is no zip, or it is damaged.</exception>
    public static ZipFolder Open(string name, string path, Stream stream, IntakeNotes notes)
    {
        var archive = new ZipArchive(
            stream,
            ZipArchiveMode.Read,
            leaveOpen: false,
            new ZipNameEncoding()
        );
        var root = new ZipFolder(name, path);
        foreach (var entry in archive.Entries)
        {
            if (!notes.Count(Show(path, entry.FullName)))
                break;
            root.Add(entry, notes.Limits);
        }
        return root;
    }

    public override IReadOnlyList<IntakeFolder> Folders(IntakeNotes notes)
    {
        _refused.ForEach(notes.Add);
        return [.. _folders.Values];
    }

    public override IReadOnlyList<IntakeFile> Files(IntakeNotes notes) => [.. _files.Values];

    private static string Show(string path, string name) =>
        path.Length == 0 ? name : $"{path}/{name}";

    private void Add(ZipArchiveEntry entry, IntakeLimits limits)
    {
        var shown = Show(Path, entry.FullName);
        // Some programs write backslashes; the end of a folder's name is a separator.
        var parts = entry.FullName.Replace('\\', '/').Split('/');
        var isFolder = parts[^1].Length == 0;
        if (isFolder)
            parts = parts[..^1];
        var refusal = Refusal(entry, parts);
        if (refusal is null && parts.Length > limits.FolderDepth)
            refusal = "it lies too deep";
        if (
            refusal is null
            && !(isFolder ? Folder(parts) is not null : TryFile(entry, parts, shown))
        )
            refusal = "another name differs from it by case only, or not at all";
        // It is said of the folder in which it lies first: in the zip of a class, that is the student's.
        if (refusal is not null)
            (Owner(parts) ?? this)._refused.Add($"'{shown}' in the zip is refused: {refusal}.");
    }

    private ZipFolder? Owner(string[] parts) =>
        parts.Length > 1 && NameRefusal(parts[0]) is null ? Child(parts[0]) : null;

    private static string? Refusal(ZipArchiveEntry entry, string[] parts)
    {
        if (parts.Length == 0 || parts[0].Length == 0)
            return "its path is absolute";
        if (parts[0].Length > 1 && parts[0][1] == ':')
            return "its path names a drive";
        if (parts.Contains(".."))
            return "its path climbs out";
        if (parts.Select(NameRefusal).FirstOrDefault(refusal => refusal is not null) is { } reason)
            return reason;
        return ((entry.ExternalAttributes >> 16) & ModeMask) == LinkMode ? "it is a link" : null;
    }

    private static string? NameRefusal(string name) =>
        name.Length is 0 or > LongestName || name is "." or ".." ? "a part of its path is no name"
        : name.Any(c => char.IsControl(c) || c == ':')
            ? "its name has characters that no file name should have"
        : null;

    private bool TryFile(ZipArchiveEntry entry, string[] parts, string shown)
    {
        if (Folder(parts[..^1]) is not { } folder)
            return false;
        if (!folder._names.Add(parts[^1]))
            return false;
        folder._files.Add(
            parts[^1],
            new IntakeFile(parts[^1], shown, entry.LastWriteTime, () => Content(entry))
            {
                Gate = _gate,
            }
        );
        for (var above = folder; above is not null; above = above._parent)
        {
            if (entry.LastWriteTime > above._changed)
                above._changed = entry.LastWriteTime;
        }
        return true;
    }

    private ZipFolder? Folder(IEnumerable<string> parts) =>
        parts.Aggregate<string, ZipFolder?>(this, (folder, part) => folder?.Child(part));

    private static Stream Content(ZipArchiveEntry entry) =>
        entry.IsEncrypted
            ? throw new InvalidDataException("it is locked with a password")
            : entry.Open();

    /// <summary>The folder of that name; <see langword="null"/> when something else has the name, or one that differs by case.</summary>
    private ZipFolder? Child(string part)
    {
        if (_folders.TryGetValue(part, out var child))
            return child;
        if (!_names.Add(part))
            return null;
        child = new ZipFolder(part, Show(Path, part), this);
        _folders.Add(part, child);
        return child;
    }
}
