using Katas.Harness.Grading.Book;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Grading;

/// <summary>The names of the formats on the command line.</summary>
internal static class FormatNames
{
    private static readonly Dictionary<string, BookFormat> s_formats = new(StringComparer.Ordinal)
    {
        ["gradescope"] = BookFormat.Gradescope,
        ["github-classroom"] = BookFormat.GithubClassroom,
        ["moodle"] = BookFormat.Moodle,
        ["canvas"] = BookFormat.Canvas,
    };

    public static IEnumerable<string> All => s_formats.Keys;

    /// <summary>The formats of names, each perhaps a list with commas.</summary>
    /// <exception cref="UsageException">There is no such format.</exception>
    public static IReadOnlyList<BookFormat> Parse(IEnumerable<string> names) =>
        [
            .. names
                .SelectMany(name => name.Split(',', StringSplitOptions.RemoveEmptyEntries))
                .Select(name =>
                    s_formats.TryGetValue(name, out var format)
                        ? format
                        : throw new UsageException(
                            $"There is no format '{name}'. Did you mean {NearestNames.Sentence(name, All)}?"
                        )
                )
                .Distinct(),
        ];
}
