namespace Katas.Harness.Cli;

/// <summary>
/// Whether this program is older than its sources. <c>kata</c> and <c>kata.cmd</c> touch a file when they build it, name that file in an
/// environment variable, and build again when this program asks for it by its exit code: one check for all shells, and no other process.
/// </summary>
internal static class LauncherStamp
{
    /// <summary>The exit code by which the launcher is asked to build; it starts this program again afterwards.</summary>
    public const int Stale = 199;

    /// <summary>The environment variable with the path of the stamp.</summary>
    public const string Variable = "KATA_STAMP";

    private static readonly string[] Extensions = [".cs", ".csproj", ".props", ".targets", ".txt"];

    /// <summary>Whether a source of this program is newer than the stamp that the launcher has named; it is named once only.</summary>
    /// <param name="root">The workbook's root.</param>
    public static bool IsStale(string root)
    {
        var stamp = Environment.GetEnvironmentVariable(Variable);
        // What this program starts is not what the launcher has started.
        Environment.SetEnvironmentVariable(Variable, null);
        return !string.IsNullOrEmpty(stamp) && IsStale(root, File.GetLastWriteTimeUtc(stamp));
    }

    /// <summary>Whether a source of this program is newer than a time.</summary>
    /// <param name="root">The workbook's root.</param>
    /// <param name="built">When the last build began.</param>
    public static bool IsStale(string root, DateTime built) =>
        Directory
            .EnumerateFiles(root, "Directory.*")
            .Append(Path.Combine(root, "global.json"))
            .Concat(Sources(new DirectoryInfo(Path.Combine(root, "harness"))))
            .Any(file => File.GetLastWriteTimeUtc(file) > built);

    private static IEnumerable<string> Sources(DirectoryInfo folder)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (entry is FileInfo file && Extensions.Contains(file.Extension))
                yield return file.FullName;
            // `dotnet-test` and `bench` stand on this program, not the other way round.
            if (
                entry is DirectoryInfo
                {
                    Name: not ("bin" or "obj" or "bench" or "dotnet-test")
                } inner
            )
            {
                foreach (var source in Sources(inner))
                    yield return source;
            }
        }
    }
}
