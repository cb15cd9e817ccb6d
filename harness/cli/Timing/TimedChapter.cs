using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Timing;

/// <summary>A chapter to time, and whose code of it.</summary>
/// <param name="Slug">The chapter, with its number.</param>
/// <param name="Folder">The folder of its sources.</param>
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
        return new(slug, AgainstOption.ChapterFolder(AgainstOption.Folder(paths, against), slug));
    }

    private static bool HasTiming(WorkbookPaths paths, string slug) =>
        Directory.Exists(paths.TimingOf(slug));
}
