using System.Globalization;
using System.Text.RegularExpressions;

namespace Katas.Harness.Workbook;

/// <summary>The katas of a lesson, found by their headings: for those who have no time to build anything.</summary>
public static partial class LessonKatas
{
    /// <summary>A few words say where to write; this many say what.</summary>
    private const int LeastWords = 5;

    /// <summary>The katas of a chapter, in the lesson's order; none when it has no lesson.</summary>
    /// <param name="paths">The workbook.</param>
    /// <param name="slug">The chapter.</param>
    public static IReadOnlyList<LessonKata> Read(WorkbookPaths paths, string slug)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var path = paths.LessonOf(slug);
        return File.Exists(path) ? Parse(File.ReadAllText(path)) : [];
    }

    /// <summary>The katas of a lesson, in order.</summary>
    /// <param name="lesson">The page.</param>
    public static IReadOnlyList<LessonKata> Parse(string lesson)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        var text = Fence().Replace(lesson.ReplaceLineEndings("\n"), "");
        var katas = new List<LessonKata>();
        foreach (Match heading in Heading().Matches(text))
        {
            var section = text[(heading.Index + heading.Length)..].Split("\n## ", 2)[0];
            var task = FirstSentence(section);
            katas.Add(
                new LessonKata(
                    int.Parse(heading.Groups["order"].Value, CultureInfo.InvariantCulture),
                    heading.Groups["name"].Value,
                    task,
                    Takeaway().Match(section) is { Success: true } takeaway
                        ? OneLine(takeaway.Groups["text"].Value)
                        : task
                )
            );
        }
        return katas;
    }

    private static string FirstSentence(string text)
    {
        var paragraph = text.TrimStart('\n').Split("\n\n", 2)[0];
        var sentences = Sentence().Matches(paragraph).Select(match => Plain(OneLine(match.Value)));
        // A few words such as "In Shop.cs." say where, not what.
        return sentences.FirstOrDefault(sentence => sentence.Split(' ').Length >= LeastWords)
            ?? Plain(OneLine(paragraph));
    }

    private static string OneLine(string text) => Space().Replace(text, " ").Trim();

    private static string Plain(string text) =>
        text.Replace("`", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal);

    [GeneratedRegex(
        @"^## Kata (?<order>[0-9]{1,2}): (?<name>\w+)[ \t]*$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        1000
    )]
    private static partial Regex Heading();

    [GeneratedRegex(
        @"^\*\*Takeaway\.\*\* (?<text>.+?)\s*(^[ \t]*$|\z)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Takeaway();

    [GeneratedRegex(
        @"\S.*?([.!?](?=\s|\z)|\z)",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Sentence();

    [GeneratedRegex(
        "^```.*?^```[ \t]*$\n?",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Fence();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Space();
}
