using System.Globalization;
using Katas.Harness.Workbook;

namespace Katas.Harness.Engine.Verifier;

/// <summary>A lesson says how long it takes (by one rule) and what comes before it, has a heading for each kata, and is not too long.</summary>
internal static class LessonRule
{
    /// <summary>Ten minutes at an easy pace for a text about code.</summary>
    private const int MostWords = 2200;

    private const int MinutesForKata = 8;
    private const int WordsAMinute = 150;
    private const int RoundedTo = 5;

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
            Top(chapter, page, katas.Count)
                .Concat(Order(chapter, page, [.. headings]))
                .Concat(Parts(chapter, page))
        );
    }

    private static IEnumerable<string> Top(ChapterUnderCheck chapter, MarkdownPage page, int katas)
    {
        if (Lesson.Parse(chapter.Slug, string.Join('\n', page.Lines)) is not { } lesson)
        {
            yield return $"{chapter.Short(page.Path)} must begin with '# Title' and then a line such as 'Time: 15 minutes. Before this: nothing.' or '… Before this: 01-ramen-shop.'";
            yield break;
        }
        // Of a lesson that is too long, that is the thing to say.
        var words = WordCount(page);
        var minutes = Minutes(katas, words);
        if (lesson.Minutes != minutes && words <= MostWords)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{chapter.Short(page.Path)} says {lesson.Minutes} minutes, and by the rule it takes {minutes}: {MinutesForKata} a kata and one for each {WordsAMinute} words, rounded to {RoundedTo}."
            );
        foreach (var slug in lesson.Before)
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

        var words = WordCount(page);
        if (words > MostWords)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{chapter.Short(page.Path)} has {words} words, more than can be read in ten minutes ({MostWords})."
            );
    }

    private static int Minutes(int katas, int words) =>
        RoundedTo
        * (int)Math.Round((katas * MinutesForKata + (double)words / WordsAMinute) / RoundedTo);

    private static int WordCount(MarkdownPage page) =>
        page.Lines.Sum(line =>
            line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(IsWord)
        );

    private static bool IsWord(string text) => text.Any(char.IsLetterOrDigit);
}
