using System.Globalization;
using System.Text.RegularExpressions;

namespace Katas.Harness.Workbook;

/// <summary>The top of a lesson: its title, how long it takes, and what comes before it.</summary>
/// <param name="Slug">The chapter.</param>
/// <param name="Title">The first heading.</param>
/// <param name="Minutes">How long lesson and katas take, in minutes.</param>
/// <param name="Before">The chapters to do first; none for a lesson that needs nothing.</param>
public sealed partial record Lesson(
    string Slug,
    string Title,
    int Minutes,
    IReadOnlyList<string> Before
)
{
    /// <summary>Reads a chapter's lesson.</summary>
    /// <param name="paths">The workbook.</param>
    /// <param name="slug">The chapter.</param>
    /// <exception cref="FileNotFoundException">The chapter has no README.md.</exception>
    /// <exception cref="InvalidDataException">The page does not begin with a title and a time.</exception>
    public static Lesson Read(WorkbookPaths paths, string slug)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var path = paths.LessonOf(slug);
        return Parse(slug, File.ReadAllText(path))
            ?? throw new InvalidDataException(
                $"{path} must begin with '# Title' and then a line such as 'Time: 15 minutes. Before this: nothing.'"
            );
    }

    /// <summary>Parses the top of a lesson.</summary>
    /// <param name="slug">The chapter.</param>
    /// <param name="text">The page.</param>
    /// <returns>The lesson, or <see langword="null"/> when it does not begin with a title and a time.</returns>
    public static Lesson? Parse(string slug, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var top = Top().Match(text.ReplaceLineEndings("\n"));
        if (!top.Success)
            return null;
        var before = top.Groups["before"].Value;
        return new Lesson(
            slug,
            top.Groups["title"].Value.Trim(),
            int.Parse(top.Groups["minutes"].Value, CultureInfo.InvariantCulture),
            before == "nothing" ? [] : before.Split(", ")
        );
    }

    [GeneratedRegex(
        @"\A# (?<title>[^\n]+)\n+Time: (?<minutes>[0-9]{1,4}) minutes\. Before this: (?<before>nothing|[0-9]{2}-[a-z0-9-]+(, [0-9]{2}-[a-z0-9-]+)*)\.\n",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Top();
}
