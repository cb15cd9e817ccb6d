using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Engine;

/// <summary>
/// A folder that looks like the test project's output, with the chapter's assembly exchanged. All else is links, so it costs a
/// millisecond; and whoever asks where an assembly is, a worker process for one, gets a real path with everything beside it.
/// </summary>
internal sealed class RunFolder : IDisposable
{
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromHours(2);
    private static int s_count;

    private RunFolder(string path, string testAssembly, RunError? error)
    {
        Path = path;
        TestAssembly = testAssembly;
        RunError = error;
    }

    public string Path { get; }

    /// <summary>The test assembly in this folder.</summary>
    public string TestAssembly { get; }

    /// <summary>Why the tests cannot run, or <see langword="null"/>.</summary>
    public RunError? RunError { get; }

    public static RunFolder Create(Chapter chapter, CompiledChapter compiled, bool isExplored)
    {
        var folder = System.IO.Path.Combine(
            chapter.RunFolders,
            $"{Environment.ProcessId}-{Interlocked.Increment(ref s_count)}"
        );
        var source = System.IO.Path.GetDirectoryName(chapter.TestAssembly)!;
        Directory.CreateDirectory(folder);
        HardLink.Tree(source, folder, except: name => IsChapter(name, compiled.Name));

        var assembly = Exploration.Write(compiled, folder);
        return new(
            folder,
            System.IO.Path.Combine(folder, System.IO.Path.GetFileName(chapter.TestAssembly)),
            isExplored && Exploration.Prepare(assembly) is { } reason
                ? new RunError("cannot be explored", reason)
                : null
        );
    }

    /// <summary>Removes what runs that were killed have left.</summary>
    public static void Sweep(Chapter chapter)
    {
        if (!Directory.Exists(chapter.RunFolders))
            return;
        foreach (var folder in Directory.EnumerateDirectories(chapter.RunFolders))
        {
            var age =
                TimeProvider.System.GetUtcNow().UtcDateTime - Directory.GetCreationTimeUtc(folder);
            if (age > AbandonedAfter)
                Delete(folder);
        }
    }

    public void Dispose() => Delete(Path);

    private static bool IsChapter(string file, string name) =>
        file == $"{name}.dll" || file == $"{name}.pdb";

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A process that is just ending may hold a file for a moment longer; the next sweep finds the folder.
        }
    }
}
