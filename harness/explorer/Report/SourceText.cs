using System.Collections.Concurrent;
using Katas.Harness.Explorer.Sites;

namespace Katas.Harness.Explorer.Report;

/// <summary>Reads the line of a site from its source file, where that is at hand.</summary>
internal static class SourceText
{
    private static readonly ConcurrentDictionary<string, string[]> Files = new(
        StringComparer.Ordinal
    );

    public static string Of(Site site)
    {
        if (site.File.Length == 0)
            return "";
        var lines = Files.GetOrAdd(site.File, Load);
        return site.Line >= 1 && site.Line <= lines.Length ? lines[site.Line - 1].Trim() : "";
    }

    private static string[] Load(string file)
    {
        try
        {
            return File.Exists(file) ? File.ReadAllLines(file) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
