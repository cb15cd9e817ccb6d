using System.Text;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Updating;

/// <summary>
/// Finds a chapter's stubs in the history: as they are in the workbook's newest version that this clone holds. A clone without a branch to
/// follow may have the answers in its newest commit; there, a file's newest version with the most stubs counts.
/// </summary>
internal sealed class StubVersions
{
    private readonly WorkbookPaths _paths;
    private readonly Git _git;
    private readonly string _commit;
    private readonly bool _isPublished;

    /// <exception cref="UsageException">The workbook is no clone.</exception>
    public StubVersions(WorkbookPaths paths)
    {
        (_paths, _git) = (paths, new Git(paths.Root));
        var published = _git.TryText("merge-base", "HEAD", "@{upstream}");
        _isPublished = published is not null;
        _commit =
            published
            ?? _git.TryText("rev-parse", "--verify", "HEAD")
            ?? throw new UsageException(
                $"The stubs are taken from git, and '{paths.Root}' is no clone with a commit. Clone the workbook and copy your answers into the clone."
            );
    }

    /// <summary>The C# files that a chapter has as stubs: their full paths.</summary>
    public IReadOnlyList<string> Files(string slug) =>
        [
            .. _git.Text("ls-tree", "-r", "-z", "--name-only", _commit, $"exercises/{slug}/")
                .Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Where(path => path.EndsWith(".cs", StringComparison.Ordinal))
                .Select(path => Path.Combine(_paths.Root, path)),
        ];

    /// <summary>The stub of a file.</summary>
    /// <param name="file">Its full path.</param>
    public byte[] Read(string file)
    {
        var path = _paths.Short(file);
        var newest = _git.File(_commit, path)!;
        if (_isPublished || Stubs(newest) > 0)
            return newest;
        // MaxBy takes the first of equals, and the log begins with the newest.
        return _git.Text("log", "--format=%H", _commit, "--", path)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(commit => _git.File(commit, path))
                .OfType<byte[]>()
                .MaxBy(Stubs)
            ?? newest;
    }

    private static int Stubs(byte[] file) =>
        Encoding.UTF8.GetString(file).Split(nameof(NotImplementedException)).Length - 1;
}
