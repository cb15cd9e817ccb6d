using System.Globalization;
using System.Text;

namespace Katas.Harness.Grading.Intake;

/// <summary>Finds the chapters of one submission, wherever in it they lie, and reads their C# files and nothing else.</summary>
internal sealed class SourceReader(ChapterNames names, IntakeNotes notes) : IDisposable
{
    /// <summary>The bytes of a path within its chapter: what every file system takes below every folder.</summary>
    private const int LongestPath = 200;

    /// <summary>What builds, tools and systems leave beside sources.</summary>
    private static readonly HashSet<string> s_aside = new(StringComparer.OrdinalIgnoreCase)
    {
        "bin",
        "obj",
        "__MACOSX",
        "node_modules",
        "TestResults",
    };

    private static readonly string[] s_otherArchives = [".rar", ".7z", ".tar", ".gz", ".tgz"];

    private readonly List<Stream> _zips = [];
    private readonly List<Place> _places = [];
    private int _zipBytes = notes.Limits.ZipBytes;
    private int _sources;
    private long _bytes;

    /// <summary>Looks for chapters in a file or a folder.</summary>
    public void Find(IntakePart part)
    {
        if (part.Folder is { } folder)
            FindIn(folder, 0, 0);
        else
            FindIn([part.File!], 0, 0);
    }

    /// <summary>Reads the chapters that were found.</summary>
    public IReadOnlyDictionary<string, SubmittedChapter> Read()
    {
        var chapters = new Dictionary<string, SubmittedChapter>(StringComparer.Ordinal);
        foreach (var group in _places.GroupBy(place => place.Slug, StringComparer.Ordinal))
        {
            // The one that lies highest counts, the last of several; but not an empty one.
            foreach (var place in group.OrderByDescending(place => place.Level).Reverse())
            {
                if (Read(place) is not { Count: > 0 } files)
                    continue;
                chapters[group.Key] = new(group.Key, files);
                NoteOthers(place, [.. group.Where(other => other != place)]);
                break;
            }
        }
        if (chapters.Count == 0)
            notes.Add(
                "No chapter was found in it: a folder such as 03-first-thread with C# files in it."
            );
        return chapters;
    }

    /// <summary>Whether a file is packed in a way that is not read.</summary>
    public static bool IsOtherArchive(string name) =>
        s_otherArchives.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    public void Dispose() => _zips.ForEach(zip => zip.Dispose());

    private IReadOnlyList<SubmittedFile> Read(Place place)
    {
        var files = new Dictionary<string, SubmittedFile>(StringComparer.OrdinalIgnoreCase);
        Read(place.Files, "", files);
        if (place.Folder is { } folder)
            ReadFolders(folder, "", 0, files);
        return [.. files.Values.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private void NoteOthers(Place counts, List<Place> others)
    {
        if (others.Count > 0)
            notes.Add(
                $"{counts.Slug} was handed in {others.Count + 1} times: '{counts.Path}' counts, not {string.Join(", ", others.Select(other => $"'{other.Path}'"))}."
            );
    }

    private static bool IsAside(string name) => s_aside.Contains(name) || name.StartsWith('.');

    private void FindIn(IntakeFolder folder, int level, int zips)
    {
        if (names.OfFolder(folder.Name) is { } slug)
        {
            if (names.Slugs.Contains(slug))
                _places.Add(new(slug, folder.Path, level, folder, folder.Files(notes)));
            return;
        }
        if (level == notes.Limits.FolderDepth)
        {
            notes.Add($"'{folder.Path}' is left out: it lies too deep.");
            return;
        }
        var folders = folder.Folders(notes).Where(child => !IsAside(child.Name)).ToList();
        // The whole workbook: the reference answers and the tests in it are not the student's.
        var exercises = folders.Find(child =>
            child.Name.Equals("exercises", StringComparison.OrdinalIgnoreCase)
        );
        foreach (var child in exercises is null ? folders : [exercises])
            FindIn(child, level + 1, zips);
        if (exercises is null)
            FindIn(folder.Files(notes), level, zips);
    }

    private void FindIn(IReadOnlyList<IntakeFile> files, int level, int zips)
    {
        foreach (var file in files.Where(file => !IsAside(file.Name)))
        {
            if (file.IsZip && OpenZip(file, zips) is { } folder)
                FindIn(folder, level + 1, zips + 1);
            else if (IsOtherArchive(file.Name))
                notes.Add($"'{file.Path}' is an archive that cannot be read here; ask for a zip.");
        }
        FindLoose([.. files.Where(file => file.IsSource && !IsAside(file.Name))], level);
    }

    /// <summary>Files outside of a chapter's folder: their names may tell where they belong.</summary>
    private void FindLoose(List<IntakeFile> files, int level)
    {
        var known = files
            .Select(file => (File: file, Slug: names.OfFile(file.Name)))
            .Where(pair => pair.Slug is not null)
            .GroupBy(pair => pair.Slug!, pair => pair.File, StringComparer.Ordinal)
            .ToList();
        foreach (var group in known)
        {
            List<IntakeFile> taken = known.Count == 1 ? files : [.. group];
            notes.Add(
                $"{string.Join(", ", taken.Select(file => $"'{file.Path}'"))}: taken for {group.Key}, as an exercise of that chapter has the name."
            );
            // Behind any folder that has the chapter's name.
            _places.Add(
                new(group.Key, taken[0].Path, level + notes.Limits.FolderDepth, null, taken)
            );
        }
    }

    private ZipFolder? OpenZip(IntakeFile file, int zips)
    {
        if (zips == notes.Limits.ZipDepth)
        {
            notes.Add($"'{file.Path}' is left out: zips lie in each other too deep.");
            return null;
        }
        try
        {
            var stream = new MemoryStream(file.Read(_zipBytes), writable: false);
            _zipBytes -= (int)stream.Length;
            _zips.Add(stream);
            return ZipFolder.Open(file.Name[..^".zip".Length], file.Path, stream, notes);
        }
        catch (Exception e) when (IntakeErrors.IsOfInput(e))
        {
            notes.Add($"'{file.Path}' cannot be read: {e.Message.TrimEnd('.')}.");
            return null;
        }
    }

    private void ReadFolders(
        IntakeFolder folder,
        string prefix,
        int level,
        Dictionary<string, SubmittedFile> files
    )
    {
        foreach (var child in folder.Folders(notes).Where(child => !IsAside(child.Name)))
        {
            if (level == notes.Limits.FolderDepth)
            {
                notes.Add($"'{child.Path}' is left out: it lies too deep.");
                continue;
            }
            var path = $"{prefix}{child.Name}/";
            Read(child.Files(notes), path, files);
            ReadFolders(child, path, level + 1, files);
        }
    }

    private void Read(
        IEnumerable<IntakeFile> found,
        string prefix,
        Dictionary<string, SubmittedFile> files
    )
    {
        foreach (var file in found.Where(file => file.IsSource && !IsAside(file.Name)))
        {
            var path = prefix + file.Name;
            if (path.Any(c => char.IsControl(c) || c is '\\' or ':'))
                notes.Add(
                    $"'{file.Path}' is refused: its name has characters that no file name should have."
                );
            else if (Encoding.UTF8.GetByteCount(path) > LongestPath)
                notes.Add(
                    $"'{path[..20]}…' is refused: its path has more than {LongestPath} bytes."
                );
            else if (files.ContainsKey(path))
                notes.Add($"'{file.Path}' is refused: another name differs from it by case only.");
            else if (Text(file) is { } text)
                files.Add(path, new(path, text));
        }
    }

    private string? Text(IntakeFile file)
    {
        if (++_sources > notes.Limits.Sources)
        {
            if (_sources == notes.Limits.Sources + 1)
                notes.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"There are more than {notes.Limits.Sources} C# files; '{file.Path}' and those after it are left out."
                    )
                );
            return null;
        }
        try
        {
            var bytes = file.Read(notes.Limits.FileBytes);
            if ((_bytes += bytes.Length) > notes.Limits.SourceBytes)
                throw new InvalidDataException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"with it, there are more than {notes.Limits.SourceBytes:N0} bytes of C#"
                    )
                );
            var text = SubmittedText.Decode(bytes);
            if (text.Remark is { } remark)
                notes.Add($"'{file.Path}' {remark}.");
            return text.Text;
        }
        catch (Exception e) when (IntakeErrors.IsOfInput(e))
        {
            notes.Add($"'{file.Path}' is left out: {e.Message.TrimEnd('.')}.");
            return null;
        }
    }

    /// <summary>Where a chapter was found.</summary>
    private sealed record Place(
        string Slug,
        string Path,
        int Level,
        IntakeFolder? Folder,
        IReadOnlyList<IntakeFile> Files
    );
}
