using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Timing;

/// <summary>Which chapter is timed, and whose.</summary>
/// <param name="Slug">The chapter, with its number.</param>
/// <param name="Folder">Where its sources are.</param>
internal sealed record TimedChapter(string Slug, string Folder)
{
    /// <summary>Finds the chapter that the user means.</summary>
    /// <param name="paths">The workbook.</param>
    /// <param name="name">Its slug, with or without the number.</param>
    /// <param name="against"><c>exercises</c>, <c>solutions</c> or a folder.</param>
    /// <exception cref="UsageException">There is no such chapter or folder, or nothing to time.</exception>
    public static TimedChapter Find(WorkbookPaths paths, string name, string against)
    {
        var slug = ChapterArgument.Resolve(paths, [name]).Single();
        if (!HasTiming(paths, slug))
        {
            var others = paths.Slugs().Where(one => HasTiming(paths, one));
            throw new UsageException(
                $"The chapter {slug} has nothing to time. These have: {string.Join(", ", others)}."
            );
        }
        return new TimedChapter(slug, Sources(paths, slug, against));
    }

    private static bool HasTiming(WorkbookPaths paths, string slug) =>
        Directory.Exists(Path.Combine(paths.Tests, slug, "timing"));

    private static string Sources(WorkbookPaths paths, string slug, string against)
    {
        var side = against switch
        {
            "exercises" => paths.Exercises,
            "solutions" => paths.Solutions,
            _ => Path.GetFullPath(against),
        };
        if (!Directory.Exists(side))
            throw new UsageException(
                $"There is no folder '{side}'. --against takes exercises, solutions, or a folder with chapter sub-folders."
            );
        var folder = Path.Combine(side, slug);
        return Directory.Exists(folder)
            ? folder
            : throw new UsageException(
                $"The folder '{side}' has no sub-folder {slug}, so there is nothing of that chapter to time."
            );
    }
}
