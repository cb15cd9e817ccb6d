using Katas.Harness.Grading.Book;

namespace Katas.Harness.Grading.Formats;

/// <summary>Results in plain text, for platforms that show no page.</summary>
internal static class KataText
{
    /// <summary>Why a chapter is worth what it is, apart from its tests.</summary>
    public static string Of(ChapterResult chapter) =>
        string.Join(
            '\n',
            chapter
                .Steps.Concat(chapter.Grade.Errors.Select(error => $"{error}"))
                .Concat(chapter.Grade.Violations.Select(one => $"{one}"))
                .Concat(chapter.Grade.Notes)
        );

    /// <summary>What came of the tests of a kata, their messages included.</summary>
    public static string Of(ChapterResult chapter, KataResult kata) =>
        string.Join(
                '\n',
                kata.Steps.Concat(
                        chapter.Grade.Tests.Where(test => test.Kata == kata.Kata).SelectMany(Lines)
                    )
                    .Append(Of(chapter))
            )
            .TrimEnd();

    /// <summary>One line on all chapters.</summary>
    public static string Summary(StudentResult student) =>
        string.Join(
            "; ",
            student
                .Chapters.Where(chapter => chapter.Grade.State != ChapterState.Missing)
                .Select(chapter =>
                    $"{chapter.Slug}: {Figures.Score(chapter.Score)} of {Figures.Score(chapter.Most)}"
                )
                .Concat(student.Flags)
        );

    private static IEnumerable<string> Lines(TestGrade test)
    {
        yield return $"{(test.State == TestState.Passed ? "✓" : "✗")} {test.Test}{(test.State == TestState.Unstable ? " (unstable)" : "")}";
        foreach (
            var line in (test.Message ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)
        )
            yield return "  " + line;
    }
}
