using System.Security.Cryptography;
using System.Text;

namespace Katas.Harness.Explorer.Report;

/// <summary>The file of the page that shows a test's failing schedule. Whatever becomes of it, the verdict stands.</summary>
/// <param name="root">The folder below which <paramref name="folder"/> is.</param>
/// <param name="folder">The folder of the pages, as the report shows it.</param>
/// <param name="test">The name of the test.</param>
internal sealed class PageFile(string root, string folder, string test)
{
    private const int MostCharacters = 150;

    /// <summary>The name of the test.</summary>
    public string Test => test;

    /// <summary>Writes the page.</summary>
    /// <param name="page">Makes it.</param>
    /// <returns>Where it is, for the report; <see langword="null"/> when it could not be written.</returns>
    public string? Write(Func<string> page)
    {
        try
        {
            Directory.CreateDirectory(Path.Combine(root, folder));
            var unfinished = $"{FullPath}.{Guid.NewGuid():N}.tmp";
            try
            {
                File.WriteAllText(unfinished, page());
                File.Move(unfinished, FullPath, overwrite: true);
            }
            finally
            {
                File.Delete(unfinished);
            }
            return Path.Combine(folder, FileName).Replace('\\', '/');
        }
        // It is an extra: nothing that goes wrong with it may take the place of the failure that it shows.
        catch (Exception)
        {
            return null;
        }
    }

    /// <summary>Deletes the page of an earlier run.</summary>
    public void Delete()
    {
        try
        {
            if (File.Exists(FullPath))
                File.Delete(FullPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It stays, and shows what once was.
        }
    }

    private string FullPath => Path.Combine(root, folder, FileName);

    /// <summary>The test's name as far as every system takes it; a name that loses something gets a number, so that no two are the same.</summary>
    private string FileName
    {
        get
        {
            var name = string.Concat(
                test.Select(c => char.IsAsciiLetterOrDigit(c) || "._-".Contains(c) ? c : '_')
            );
            if (name == test && name.Length is > 0 and <= MostCharacters)
                return $"{name}.html";
            var number = Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes(test)).AsSpan(0, 4)
            );
            return $"{name[..Math.Min(name.Length, MostCharacters)]}-{number}.html";
        }
    }
}
