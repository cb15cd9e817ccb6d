using Katas.Harness.Workbook;

namespace Katas.Harness.Grading.Intake;

/// <summary>Finds what each student of a class handed in: in a folder of folders and zips, or in one zip, named by people or a platform.</summary>
public sealed class ClassIntake : IDisposable
{
    private static readonly string[] s_rooms = ["exercises", "solutions", "tests", "harness"];

    private const int MostStudents = 1000;

    private readonly ChapterNames _names;
    private readonly IntakeLimits _limits;
    private readonly IntakeNotes _notes;
    private FileStream? _zip;

    private ClassIntake(WorkbookPaths paths, IReadOnlyList<string> slugs, IntakeLimits limits)
    {
        (_names, _limits) = (new(paths, slugs), limits);
        // The limits are for one student each.
        _notes = new(limits with { Entries = limits.Entries * MostStudents });
    }

    /// <summary>The students, by name.</summary>
    public IReadOnlyList<HandIn> HandIns { get; private set; } = [];

    /// <summary>What is to be said of the class as a whole.</summary>
    public IReadOnlyList<string> Notes => _notes.Sentences;

    /// <summary>Looks into a folder or a zip; what was handed in is not read yet.</summary>
    /// <param name="paths">The workbook.</param>
    /// <param name="submissions">The folder or the zip.</param>
    /// <param name="slugs">The chapters to grade.</param>
    /// <param name="limits">How much of each submission is read, or <see langword="null"/> for the defaults.</param>
    /// <exception cref="IOException">There is nothing, or no zip.</exception>
    public static ClassIntake Open(
        WorkbookPaths paths,
        string submissions,
        IReadOnlyList<string> slugs,
        IntakeLimits? limits = null
    )
    {
        var intake = new ClassIntake(paths, slugs, limits ?? new());
        try
        {
            intake.HandIns = intake.List(intake.Root(Path.GetFullPath(submissions)));
            return intake;
        }
        catch
        {
            intake.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _zip?.Dispose();

    private IntakeFolder Root(string path)
    {
        if (Directory.Exists(path))
            return new DiskFolder(new DirectoryInfo(path));
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no folder and no zip '{path}'.");
        _zip = File.OpenRead(path);
        try
        {
            return ZipFolder.Open(Path.GetFileNameWithoutExtension(path), "", _zip, _notes);
        }
        catch (InvalidDataException e)
        {
            throw new IOException($"'{path}' is no zip, or it is damaged: {e.Message}", e);
        }
    }

    private List<HandIn> List(IntakeFolder root)
    {
        root = Descend(root);
        var folders = root.Folders(_notes).Where(folder => !IsAside(folder.Name)).ToList();
        if (folders.Any(folder => IsOfWorkbook(folder.Name)))
            return [Whole(root)];
        var files = root.Files(_notes).Where(file => !IsAside(file.Name)).ToList();
        var metadata = files.Find(file => file.Name == GradescopeMetadata.FileName) is { } yaml
            ? GradescopeMetadata.Parse(SubmittedText.Decode(yaml.Read(_limits.ZipBytes)).Text)
            : new Dictionary<string, IReadOnlyList<HandInName>>(StringComparer.Ordinal);
        var prefix = HandInNames.ClassroomPrefix(
            root.Name,
            [.. folders.Where(IsRepository).Select(folder => folder.Name)]
        );

        var found = new List<(HandInName Name, IntakePart Part)>();
        foreach (var folder in folders)
        {
            var part = new IntakePart(Rebased(folder), null);
            if (metadata.TryGetValue(folder.Name, out var names) && names.Count > 0)
                found.AddRange(names.Select(name => (name, part)));
            else
                found.Add((HandInNames.Parse(WithoutPrefix(folder.Name, prefix)), part));
        }
        foreach (var file in files.Where(IsHandIn))
        {
            var name = HandInNames.Parse(file.Name);
            found.Add(
                (
                    name,
                    new(
                        null,
                        name.FileName is { Length: > 0 } own ? file with { Name = own } : file
                    )
                )
            );
        }
        return Unique(found);
    }

    /// <summary>The one folder that many zips hold at their top, unless it is a student's.</summary>
    private IntakeFolder Descend(IntakeFolder root)
    {
        if (
            root.Folders(_notes).Where(folder => !IsAside(folder.Name)).ToList() is not [var only]
            || root.Files(_notes).Any(IsHandIn)
            || IsOfWorkbook(only.Name)
        )
            return root;
        var folders = only.Folders(_notes).Where(folder => !IsAside(folder.Name)).ToList();
        var files = only.Files(_notes).Where(file => !IsAside(file.Name)).ToList();
        // A folder on the disk is one that somebody chose; in a zip, the folder around all is the program's that packed it.
        var isClass =
            files.Exists(file => file.Name == GradescopeMetadata.FileName)
            || (
                root is ZipFolder
                && folders.Count + files.Count(IsHandIn) > 1
                && !folders.Exists(folder => IsOfWorkbook(folder.Name))
                && !files.Exists(file => IsOfWorkbook(Path.GetFileNameWithoutExtension(file.Name)))
                && !files.Exists(file => _names.OfFile(file.Name) is not null)
                && HandInNames.Parse(only.Name).Id is null
            );
        return isClass ? only : root;
    }

    private HandIn Whole(IntakeFolder root) =>
        new(HandInNames.Parse(root.Name), [new(root, null)], [], _names, _limits);

    /// <summary>A submission is a tree of its own: a link in it may not lead to another's.</summary>
    private static IntakeFolder Rebased(IntakeFolder folder) =>
        folder is DiskFolder disk ? disk.AsRoot() : folder;

    private static bool IsAside(string name) => name.StartsWith('.') || name == "__MACOSX";

    private static bool IsHandIn(IntakeFile file) =>
        !IsAside(file.Name)
        && (file.IsZip || file.IsSource || SourceReader.IsOtherArchive(file.Name));

    private static string WithoutPrefix(string name, string prefix) =>
        prefix.Length > 0
        && name.StartsWith(prefix, StringComparison.Ordinal)
        && name.Length > prefix.Length
            ? name[prefix.Length..]
            : name;

    private bool IsOfWorkbook(string name) =>
        _names.OfFolder(name) is not null
        || s_rooms.Contains(name, StringComparer.OrdinalIgnoreCase);

    private bool IsRepository(IntakeFolder folder) =>
        folder.Folders(_notes).Any(child => child.Name == ".git")
        || folder.Files(_notes).Any(file => file.Name == WorkbookPaths.SolutionFile);

    /// <summary>One hand-in a student: Canvas puts the files of one side by side; of other hand-ins the last counts.</summary>
    private List<HandIn> Unique(List<(HandInName Name, IntakePart Part)> found)
    {
        var namesakes = found
            .GroupBy(one => one.Name.Student, StringComparer.Ordinal)
            .Where(group => group.Select(one => one.Name.Id).Distinct().Count() > 1)
            .Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
        var students = found.Select(one => one.Name.Student).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. found
                .GroupBy(one => (one.Name.Student, one.Name.Id))
                .Select(group =>
                    HandIn(
                        [.. group.OrderBy(one => one.Name.Attempt).ThenBy(one => one.Part.Changed)],
                        namesakes,
                        students
                    )
                )
                .OrderBy(handIn => handIn.Student, StringComparer.Ordinal),
        ];
    }

    private HandIn HandIn(
        List<(HandInName Name, IntakePart Part)> all,
        HashSet<string> namesakes,
        HashSet<string> students
    )
    {
        var last = all[^1];
        var name = last.Name;
        if (namesakes.Contains(name.Student) && name.Id is { } id)
        {
            name = name with { Student = $"{name.Student} ({id})" };
            // Somebody may be called so.
            while (students.Contains(name.Student))
                name = name with { Student = $"{name.Student} ({id})" };
        }
        if (all.TrueForAll(one => one.Name.FileName is not null))
        {
            name = name with { IsLate = all.Exists(one => one.Name.IsLate) };
            return new(name, [.. all.Select(one => one.Part)], [], _names, _limits);
        }
        var notes = all.SkipLast(1)
            .Select(one =>
                $"'{one.Part.Name}' was handed in before '{last.Part.Name}', which counts."
            );
        return new(name, [last.Part], [.. notes], _names, _limits);
    }
}
