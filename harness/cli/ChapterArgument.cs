using System.CommandLine;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli;

/// <summary>Chapters on a command line: <c>03-first-thread</c>, or shorter, <c>first-thread</c> or <c>03</c>.</summary>
internal static class ChapterArgument
{
    public static Argument<string[]> Create(string description) =>
        new Argument<string[]>("chapter")
        {
            Description = description,
            Arity = ArgumentArity.ZeroOrMore,
        }.RefuseOptions();

    /// <summary>The chapters' slugs, in the workbook's order; all of them when none is named.</summary>
    /// <exception cref="UsageException">There is no such chapter.</exception>
    public static IReadOnlyList<string> Resolve(
        WorkbookPaths paths,
        IReadOnlyCollection<string> names
    )
    {
        var slugs = paths.Slugs();
        if (names.Count == 0)
            return slugs;
        var chosen = names
            .Select(name => ResolveOne(paths, name))
            .ToHashSet(StringComparer.Ordinal);
        return [.. slugs.Where(chosen.Contains)];
    }

    /// <summary>The slug of one chapter.</summary>
    /// <exception cref="UsageException">There is no such chapter.</exception>
    public static string ResolveOne(WorkbookPaths paths, string name)
    {
        var slugs = paths.Slugs();
        return slugs.FirstOrDefault(slug => IsCalled(slug, name))
            ?? throw new UsageException(
                $"There is no chapter '{name}'. Did you mean {NearestNames.Sentence(name, slugs)}?"
            );
    }

    /// <summary>Whether a slug, its number with or without the zero before it, or its words are meant; a folder's path ends with its slug.</summary>
    private static bool IsCalled(string slug, string name)
    {
        var parts = slug.Split('-', 2);
        name = Path.TrimEndingDirectorySeparator(name);
        string[] forms = [slug, parts[0], parts[0].TrimStart('0'), parts[^1]];
        return forms.Contains(name, StringComparer.OrdinalIgnoreCase)
            || slug.Equals(Path.GetFileName(name), StringComparison.OrdinalIgnoreCase);
    }
}
