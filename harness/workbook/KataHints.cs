using System.Text.RegularExpressions;

namespace Katas.Harness.Workbook;

/// <summary>The hints for one kata, each telling more than the one before.</summary>
/// <param name="Kata">The kata's name.</param>
/// <param name="Levels">The text of each level, as Markdown.</param>
public sealed partial record KataHints(string Kata, IReadOnlyList<KataHint> Levels)
{
    /// <summary>The names of the levels that a kata's hints have, in order.</summary>
    public static IReadOnlyList<string> LevelNames { get; } = ["Nudge", "Idea", "Near-code"];

    /// <summary>Reads a chapter's <c>hints.md</c>; none when there is no such page.</summary>
    /// <param name="paths">The workbook.</param>
    /// <param name="slug">The chapter.</param>
    public static IReadOnlyList<KataHints> Read(WorkbookPaths paths, string slug)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var path = paths.HintsOf(slug);
        return File.Exists(path) ? Parse(File.ReadAllText(path)) : [];
    }

    /// <summary>The hints of a page, by its headings.</summary>
    /// <param name="page">The page.</param>
    public static IReadOnlyList<KataHints> Parse(string page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return
        [
            .. Section()
                .Matches(page.ReplaceLineEndings("\n"))
                .Select(section => new KataHints(
                    section.Groups["kata"].Value.Trim(),
                    LevelsIn(section.Groups["text"].Value)
                )),
        ];
    }

    /// <summary>The levels in the section of one kata, whatever they are called.</summary>
    /// <param name="section">The section's text.</param>
    public static IReadOnlyList<KataHint> LevelsIn(string section) =>
        [
            .. Level()
                .Matches(section)
                .Select(level => new KataHint(
                    level.Groups["name"].Value,
                    level.Groups["text"].Value.Trim()
                )),
        ];

    [GeneratedRegex(
        @"^## (?<kata>.+)\n(?<text>(?:(?!## ).*\n?)*)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        1000
    )]
    private static partial Regex Section();

    [GeneratedRegex(
        @"<details>\s*<summary>(?<name>[^<]*)</summary>(?<text>.*?)</details>",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Level();
}
