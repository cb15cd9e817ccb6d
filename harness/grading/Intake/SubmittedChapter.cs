using System.Security.Cryptography;
using System.Text;

namespace Katas.Harness.Grading.Intake;

/// <summary>The C# files of one chapter of a submission.</summary>
/// <param name="Slug">The chapter.</param>
/// <param name="Files">The files, by path.</param>
public sealed record SubmittedChapter(string Slug, IReadOnlyList<SubmittedFile> Files)
{
    /// <summary>A hash of everything in it.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files)
        {
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(file.Path)));
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(file.Text)));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Writes the files, as UTF-8, into a folder.</summary>
    /// <param name="folder">An empty folder.</param>
    public void Write(string folder)
    {
        foreach (var file in Files)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
        }
    }
}
