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
        var lines = Lines(site.File);
        return site.Line >= 1 && site.Line <= lines.Length ? lines[site.Line - 1].Trim() : "";
    }

    /// <summary>Where a method is declared: above the brace that its code begins with, if that has a line of its own.</summary>
    public static Site Declaration(Site method) =>
        Of(method) == "{" ? method with { Line = method.Line - 1 } : method;

    /// <summary>All lines of a source file; none when it is not at hand.</summary>
    public static IReadOnlyList<string> LinesOf(Site site) =>
        site.File.Length == 0 ? [] : Lines(site.File);

    private static string[] Lines(string file) => Files.GetOrAdd(file, Load);

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
