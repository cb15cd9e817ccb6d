using System.Security.Cryptography;
using System.Text;
using Katas.Harness.Workbook;

namespace Katas.Harness.Grading.Book;

/// <summary>What verdicts depend on, beside a submission: the tests, the reference answers and the harness.</summary>
public static class WorkbookVersion
{
    private static readonly string[] s_endings =
    [
        ".cs",
        ".csproj",
        ".props",
        ".targets",
        ".json",
        ".txt",
        ".runsettings",
    ];

    /// <summary>A hash of their files, the same on every system.</summary>
    /// <param name="paths">The workbook.</param>
    public static string Of(WorkbookPaths paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Files(new DirectoryInfo(paths.Root), isRoot: true)
            .Concat(
                new[] { paths.Tests, paths.Solutions, paths.Harness }
                    .Where(Directory.Exists)
                    .SelectMany(folder => Files(new DirectoryInfo(folder)))
            )
            .Select(file => (Name: paths.Short(file), Path: file))
            .OrderBy(file => file.Name, StringComparer.Ordinal);
        foreach (var (name, path) in files)
        {
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
            // A checkout on Windows has other line ends.
            var bytes = Array.FindAll(File.ReadAllBytes(path), one => one != '\r');
            hash.AppendData(SHA256.HashData(bytes));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static bool IsOfBuild(string name) =>
        name == "global.json" || name.StartsWith("Directory.", StringComparison.Ordinal);

    private static IEnumerable<string> Files(DirectoryInfo folder, bool isRoot = false)
    {
        foreach (var file in folder.EnumerateFiles())
        {
            // At the root may lie a grading.json, which changes no verdict.
            if (
                s_endings.Contains(file.Extension, StringComparer.Ordinal)
                && (!isRoot || IsOfBuild(file.Name))
            )
                yield return file.FullName;
        }
        if (isRoot)
            yield break;
        foreach (var child in folder.EnumerateDirectories())
        {
            // Of builds; answers that only the verifier reads; the harness's own tests.
            if (child.Name is "bin" or "obj" or "wrong" or "right" or "harness")
                continue;
            foreach (var file in Files(child))
                yield return file;
        }
    }
}
