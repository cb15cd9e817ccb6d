using System.Text;
using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Memory;

namespace Katas.Harness.Cli.Updating;

/// <summary>
/// Brings in a newer workbook, file by file and in three ways: what only the workbook has changed comes, what only the learner has changed stays,
/// and where both have, an answer stays and the difference of the stub lies beside it. Each step can be done again, so that an update which was
/// interrupted anywhere is ended by doing all of them.
/// </summary>
/// <param name="paths">The workbook.</param>
/// <param name="step">Called before each change to the disk; for tests that stop there.</param>
internal sealed class WorkbookUpdate(WorkbookPaths paths, Action? step = null)
{
    private const string DifferenceEnd = ".stub.diff";

    private readonly Git _git = new(paths.Root);
    private readonly AnswerArchive _archive = new(paths);

    /// <summary>Fetches the newest version and brings it in.</summary>
    /// <returns>What was done, or <see langword="null"/> when there is nothing newer.</returns>
    /// <exception cref="UsageException">It cannot begin, and nothing has changed.</exception>
    public UpdateReport? Run()
    {
        var branch =
            _git.TryText("symbolic-ref", "--quiet", "HEAD")
            ?? throw new UsageException(
                $"'{paths.Root}' is on no branch of a git repository, so it is not known what to update it from. In a clone: git switch main"
            );
        RefuseUnfinishedMerge();
        var name = branch["refs/heads/".Length..];
        if (_git.TryText("rev-parse", "--verify", "--quiet", "@{upstream}") is null)
            throw new UsageException(
                $"The branch '{name}' follows no branch of the workbook: git branch --set-upstream-to=origin/main {name}"
            );
        _git.Text("fetch", "--quiet", _git.Text("config", $"branch.{name}.remote"));

        var oldHead = _git.Text("rev-parse", "HEAD");
        var published = _git.Text("rev-parse", "@{upstream}");
        var commonBase =
            _git.TryText("merge-base", oldHead, published)
            ?? throw new UsageException(
                "The workbook's history was rewritten and has no commit in common with yours. Clone it again and copy your answers into the clone."
            );
        if (commonBase == published)
            return null;
        var newHead = commonBase == oldHead ? published : Merge(oldHead, commonBase, published);
        var journal = new UpdateJournal(branch, oldHead, newHead, commonBase, published);
        step?.Invoke();
        journal.Write(paths);
        return Finish(journal);
    }

    /// <summary>Does what an update has still to do.</summary>
    /// <param name="journal">The update.</param>
    public UpdateReport Finish(UpdateJournal journal)
    {
        var report = new UpdateReport();
        var changes = FileChange.Between(_git, journal.Base, journal.Published);
        var present = PresentBlobs(changes);
        var replaced = changes
            .Where(change => present[change.Path] != change.NewBlob)
            .ToLookup(change => present[change.Path] == change.OldBlob || !change.IsAnswer);
        Archive(report, replaced[true].Where(change => present[change.Path] != change.OldBlob));
        foreach (var change in replaced[true])
        {
            step?.Invoke();
            Replace(change);
            report.Replaced.Add(change.Path);
        }
        foreach (var change in replaced[false])
        {
            step?.Invoke();
            report.Kept.Add((change.Path, WriteDifference(journal, change)));
        }
        MoveBranch(journal);
        step?.Invoke();
        UpdateJournal.Delete(paths);
        return report;
    }

    /// <summary>What git has to do: the index first, since a branch without its index looks like changes of the learner.</summary>
    private void MoveBranch(UpdateJournal journal)
    {
        var head = _git.Text("rev-parse", journal.Branch);
        // Somebody has committed since: the next update begins with that.
        if (head != journal.OldHead && head != journal.NewHead)
            return;
        step?.Invoke();
        _git.Text("read-tree", journal.NewHead);
        _git.TryText("update-index", "-q", "--refresh");
        step?.Invoke();
        _git.Text("update-ref", "-m", "kata update", journal.Branch, journal.NewHead);
    }

    private void RefuseUnfinishedMerge()
    {
        var folder = Path.Combine(paths.Root, _git.Text("rev-parse", "--git-dir"));
        string[] signs =
        [
            "MERGE_HEAD",
            "CHERRY_PICK_HEAD",
            "REVERT_HEAD",
            "rebase-merge",
            "rebase-apply",
        ];
        if (signs.Any(sign => Path.Exists(Path.Combine(folder, sign))))
            throw new UsageException(
                "git is in the middle of a merge or a rebase. End it first: `git status` tells how."
            );
    }

    /// <summary>A commit that has the learner's commits and the newer workbook, by the same rules as the files.</summary>
    private string Merge(string head, string commonBase, string published)
    {
        var index = Path.Combine(paths.Memory, "update.index");
        Directory.CreateDirectory(paths.Memory);
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GIT_INDEX_FILE"] = index,
        };
        var committed = Tree(head);
        var entries = FileChange
            .Between(_git, commonBase, published)
            .Where(change =>
                committed.GetValueOrDefault(change.Path) is var own
                && (own == change.OldBlob || !change.IsAnswer)
            )
            .Select(change =>
                change.NewBlob is null
                    ? $"0 {new string('0', change.OldBlob!.Length)}\t{change.Path}\0"
                    : $"{change.NewMode} {change.NewBlob}\t{change.Path}\0"
            );
        string Call(string? input, params string[] arguments)
        {
            var result = _git.Run(arguments, input, environment);
            return result.ExitCode == 0
                ? Encoding.UTF8.GetString(result.Output).Trim()
                : throw new UsageException(
                    $"`git {string.Join(' ', arguments)}` failed: {result.Errors.Trim()}"
                );
        }
        Call(null, "read-tree", head);
        Call(string.Concat(entries), "update-index", "-z", "--index-info");
        var tree = Call(null, "write-tree");
        File.Delete(index);
        // A learner may never have told git a name.
        string[] identity = _git.TryText("var", "GIT_COMMITTER_IDENT") is null
            ? ["-c", "user.name=kata", "-c", "user.email=kata@localhost"]
            : [];
        return _git.Text([
            .. identity,
            "commit-tree",
            tree,
            "-p",
            head,
            "-p",
            published,
            "-m",
            "Bring in the newer workbook",
        ]);
    }

    /// <summary>The blobs of a commit, by path.</summary>
    private Dictionary<string, string> Tree(string commit) =>
        _git.Text("ls-tree", "-r", "-z", commit)
            .Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(entry => entry.Split('\t', 2))
            .ToDictionary(
                entry => entry[1],
                entry => entry[0].Split(' ')[2],
                StringComparer.Ordinal
            );

    /// <summary>What git would store of the files as they are now; <see langword="null"/> for those that are not there.</summary>
    private Dictionary<string, string?> PresentBlobs(IReadOnlyList<FileChange> changes)
    {
        var there = changes.Where(change => File.Exists(FullPath(change))).ToList();
        var blobs = new Queue<string>(
            there.Count == 0
                ? []
                : Encoding
                    .UTF8.GetString(
                        _git.Run(
                            ["hash-object", "--stdin-paths"],
                            string.Concat(there.Select(change => change.Path + "\n"))
                        ).Output
                    )
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
        if (blobs.Count != there.Count)
            throw new UsageException(
                "git could not read all files of the workbook. `git status` tells which."
            );
        return changes.ToDictionary(
            change => change.Path,
            change => there.Contains(change) ? blobs.Dequeue() : null,
            StringComparer.Ordinal
        );
    }

    /// <summary>A learner's changes outside of the exercises make room, since harness and tests must fit each other; they are kept.</summary>
    private void Archive(UpdateReport report, IEnumerable<FileChange> changes)
    {
        var files = changes.Select(FullPath).Where(File.Exists).ToList();
        if (files.Count == 0)
            return;
        step?.Invoke();
        report.Archived = _archive.PlaceOf(_archive.Keep("update", files));
    }

    private void Replace(FileChange change)
    {
        var path = FullPath(change);
        if (change.NewBlob is null)
        {
            File.Delete(path);
            return;
        }
        AtomicFile.WriteAllBytes(
            path,
            _git.Run(["cat-file", "--filters", $"--path={change.Path}", change.NewBlob]).Output
        );
        if (change.IsExecutable && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(
                path,
                File.GetUnixFileMode(path)
                    | UnixFileMode.UserExecute
                    | UnixFileMode.GroupExecute
                    | UnixFileMode.OtherExecute
            );
    }

    private string WriteDifference(UpdateJournal journal, FileChange change)
    {
        var difference = _git.Text(
            "diff",
            "--no-color",
            "--no-ext-diff",
            journal.Base,
            journal.Published,
            "--",
            change.Path
        );
        Directory.CreateDirectory(Path.GetDirectoryName(FullPath(change))!);
        AtomicFile.WriteAllText(FullPath(change) + DifferenceEnd, difference + "\n");
        return difference;
    }

    private string FullPath(FileChange change) => Path.Combine(paths.Root, change.Path);
}
