using Katas.Harness.Workbook;

namespace Katas.Harness.Engine;

/// <summary>When the files that a chapter's test assembly is made of were last changed.</summary>
internal sealed class SourceTimes(WorkbookPaths paths)
{
    private static readonly string[] Extensions = [".cs", ".csproj", ".props", ".targets"];

    private readonly DateTime _sharedInputs = Max([
        .. Files(paths.Root, SearchOption.TopDirectoryOnly),
        .. Files(paths.Tests, SearchOption.TopDirectoryOnly),
        .. Files(paths.Solutions, SearchOption.TopDirectoryOnly),
        .. Rooms(paths.Harness).SelectMany(room => Files(room, SearchOption.AllDirectories)),
    ]);

    public DateTime Newest(string slug)
    {
        var chapter = Max([
            .. Files(Path.Combine(paths.Tests, slug), SearchOption.AllDirectories),
            .. Files(Path.Combine(paths.Solutions, slug), SearchOption.AllDirectories),
        ]);
        return chapter > _sharedInputs ? chapter : _sharedInputs;
    }

    private static IEnumerable<string> Rooms(string harness) =>
        Directory.Exists(harness) ? Directory.EnumerateDirectories(harness) : [];

    private static IEnumerable<string> Files(string folder, SearchOption depth) =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*", depth)
                .Where(file =>
                    Extensions.Contains(Path.GetExtension(file)) && !IsAside(folder, file)
                )
            : [];

    /// <summary>Whether a file is a build's own, or an answer that no build reads.</summary>
    private static bool IsAside(string folder, string file) =>
        Path.GetRelativePath(folder, file)
            .Split(Path.DirectorySeparatorChar)
            .Any(part => part is "bin" or "obj" or "wrong" or "right");

    private static DateTime Max(IReadOnlyCollection<string> files) =>
        files.Count == 0 ? DateTime.MinValue : files.Max(File.GetLastWriteTimeUtc);
}
