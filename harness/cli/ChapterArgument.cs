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
        var chosen = names.Select(name => Resolve(slugs, name)).ToHashSet(StringComparer.Ordinal);
        return [.. slugs.Where(chosen.Contains)];
    }

    private static string Resolve(IReadOnlyList<string> slugs, string name) =>
        slugs.FirstOrDefault(slug =>
            slug == name
            || slug.Split('-', 2) is [var number, var rest] && (number == name || rest == name)
        )
        ?? throw new UsageException(
            $"There is no chapter '{name}'. The chapters are {string.Join(", ", slugs)}."
        );
}
