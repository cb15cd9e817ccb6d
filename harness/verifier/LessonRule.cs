using System.Globalization;
using System.Text.RegularExpressions;

namespace Katas.Harness.Verifier;

/// <summary>A lesson says how long it takes and what comes before it, has a heading for each kata, and is not too long.</summary>
internal static partial class LessonRule
{
    /// <summary>Ten minutes at an easy pace for a text about code.</summary>
    private const int MostWords = 2200;

    private static readonly string[] Sections =
    [
        "What these tests can and cannot prove",
        "In the wild",
    ];

    public static async Task<Findings> Check(
        ChapterUnderCheck chapter,
        CancellationToken cancellationToken
    )
    {
        var path = Path.Combine(chapter.Exercise, "README.md");
        if (MarkdownPage.TryRead(path) is not { } page)
            return Findings.Of([$"{chapter.Short(path)} is missing: a chapter needs its lesson."]);
        var katas = await chapter.Katas(cancellationToken).ConfigureAwait(false);
        var headings = katas.Select(kata =>
            string.Create(CultureInfo.InvariantCulture, $"Kata {kata.Order}: {kata.Name}")
        );
        return Findings.Of(
            Top(chapter, page)
                .Concat(Order(chapter, page, [.. headings]))
                .Concat(Parts(chapter, page))
        );
    }

    private static IEnumerable<string> Top(ChapterUnderCheck chapter, MarkdownPage page)
    {
        var lines = page.Lines.Where(line => line.Length > 0).Take(2).ToList();
        if (lines is not [['#', ' ', ..], ..])
            yield return $"{chapter.Short(page.Path)} must begin with its title: '# …'.";
        var time = lines.Count > 1 ? TimeLine().Match(lines[1]) : Match.Empty;
        if (!time.Success)
        {
            yield return $"{chapter.Short(page.Path)}: after the title comes a line such as 'Time: 15 minutes. Before this: nothing.' or '… Before this: 01-ramen-shop.'";
            yield break;
        }
        var before = time.Groups["before"].Value;
        foreach (var slug in before == "nothing" ? [] : before.Split(", "))
        {
            if (!Directory.Exists(Path.Combine(chapter.Paths.Exercises, slug)))
                yield return $"{chapter.Short(page.Path)} names a chapter before this that is not there: {slug}.";
            else if (string.CompareOrdinal(slug, chapter.Slug) >= 0)
                yield return $"{chapter.Short(page.Path)} names {slug} as a chapter before this, but it comes later.";
        }
    }

    private static IEnumerable<string> Order(
        ChapterUnderCheck chapter,
        MarkdownPage page,
        IReadOnlyList<string> katas
    )
    {
        var found = page.Headings(2)
            .Select(heading => heading.Text)
            .Where(text => text.StartsWith("Kata ", StringComparison.Ordinal))
            .ToList();
        if (!found.SequenceEqual(katas, StringComparer.Ordinal))
            yield return $"{chapter.Short(page.Path)} should have the headings '## {string.Join("', '## ", katas)}', as the tests' [Kata] attributes say; it has '{string.Join("', '", found)}'.";
    }

    private static IEnumerable<string> Parts(ChapterUnderCheck chapter, MarkdownPage page)
    {
        var headings = page.Headings(2).Select(heading => heading.Text).ToList();
        foreach (var section in Sections.Except(headings))
            yield return $"{chapter.Short(page.Path)} has no section '## {section}'.";

        var words = page.Lines.Sum(line =>
            line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(IsWord)
        );
        if (words > MostWords)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{chapter.Short(page.Path)} has {words} words, more than can be read in ten minutes ({MostWords})."
            );
    }

    private static bool IsWord(string text) => text.Any(char.IsLetterOrDigit);

    [GeneratedRegex(
        @"^Time: [0-9]+ minutes\. Before this: (?<before>nothing|[0-9]{2}-[a-z0-9-]+(, [0-9]{2}-[a-z0-9-]+)*)\.$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex TimeLine();
}
