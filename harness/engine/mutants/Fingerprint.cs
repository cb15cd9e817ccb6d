using System.Security.Cryptography;
using System.Text;
using Katas.Harness.Workbook;

namespace Katas.Harness.Engine.Mutants;

/// <summary>What a verdict on a mutant depends on: the solution, what is given, the tests, and what they stand on.</summary>
internal static class Fingerprint
{
    public static string Of(WorkbookPaths paths, string slug, string testAssembly)
    {
        // The chapter's own assembly is the solution, which counts as text: a comment in it moves no verdict but the lines.
        var chapter = $"{paths.NameOf(slug)}.dll";
        var files = Directory
            .EnumerateFiles(
                Path.GetDirectoryName(testAssembly)!,
                "*.dll",
                SearchOption.AllDirectories
            )
            .Where(file => Path.GetFileName(file) != chapter)
            .Concat(Directory.EnumerateFiles(Path.Combine(paths.Tests, slug), "*.verified.*"))
            .Concat(Sources(Path.Combine(paths.Solutions, slug)))
            .Concat(Sources(Path.Combine(paths.Exercises, slug)))
            .Order(StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Sources(string folder) =>
        ChapterSources.Read(folder).Files.Select(file => file.Path);
}
