using System.Security.Cryptography;
using System.Text;

namespace Katas.Harness.Workbook.Memory;

/// <summary>What a chapter's verdicts depend on: the learner's files and the tests.</summary>
public static class ChapterContent
{
    /// <summary>A fingerprint of the C# in the folders of exercise and tests; two are equal when nothing has changed.</summary>
    /// <param name="paths">The workbook.</param>
    /// <param name="slug">The chapter.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static string Fingerprint(WorkbookPaths paths, string slug)
    {
        ArgumentNullException.ThrowIfNull(paths);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] folders = [Path.Combine(paths.Exercises, slug), Path.Combine(paths.Tests, slug)];
        foreach (var file in folders.SelectMany(SourcesOf))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(paths.Short(file) + "\0"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The C# files of a chapter's folder, in order: not what builds leave there, nor answers that no build reads.</summary>
    /// <param name="folder">The folder; one that is not there holds none.</param>
    public static IReadOnlyList<string> SourcesOf(string folder) =>
        Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                    .Where(file =>
                        Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[0]
                            is not ("bin" or "obj" or "wrong" or "right")
                    )
                    .Order(StringComparer.Ordinal),
            ]
            : [];
}
