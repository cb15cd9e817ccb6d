using System.Globalization;
using Katas.Harness.Engine;

namespace Katas.Harness.Grading.Book;

/// <summary>A grade whose texts are fit to be kept and shown, and the same wherever the submission lay when it was graded.</summary>
internal static class CleanGrade
{
    /// <summary>The longest message, in characters: a schedule of hundreds of steps is far below it.</summary>
    private const int LongestMessage = 30_000;
    private const int LongestLine = 2000;
    private const int MostErrors = 100;

    /// <param name="grade">What the grader returned.</param>
    /// <param name="folder">The folder that it was given.</param>
    public static ChapterGrade Of(ChapterGrade grade, string folder)
    {
        var moved = WithoutFolder(grade, folder);
        return moved with
        {
            Tests = [.. moved.Tests.Select(test => test with { Message = Message(test.Message) })],
            Errors = [.. moved.Errors.Take(MostErrors).Select(Clean)],
            Violations =
            [
                .. moved
                    .Violations.Take(MostErrors)
                    .Select(one => one with { File = Line(one.File), Symbol = Line(one.Symbol) }),
            ],
            Notes = [.. moved.Notes.Take(MostErrors).Select(Line)],
        };
    }

    /// <summary>The grade with paths relative to the folder that the grader was given.</summary>
    public static ChapterGrade WithoutFolder(ChapterGrade grade, string folder)
    {
        return grade with
        {
            Tests =
            [
                .. grade.Tests.Select(test =>
                    test with
                    {
                        Message = test.Message is null ? null : Relative(test.Message),
                    }
                ),
            ],
            Errors =
            [
                .. grade.Errors.Select(error =>
                    error with
                    {
                        File = Relative(error.File),
                        Message = Relative(error.Message),
                    }
                ),
            ],
            Violations =
            [
                .. grade.Violations.Select(one =>
                    one with
                    {
                        File = Relative(one.File),
                        Symbol = Relative(one.Symbol),
                    }
                ),
            ],
            Notes = [.. grade.Notes.Select(Relative)],
        };

        string Relative(string text) =>
            text.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }

    private static CompileError Clean(CompileError error) =>
        error with
        {
            File = Line(error.File),
            Message = Line(error.Message),
        };

    private static string? Message(string? text) =>
        text is null ? null : PlainText.Visible(Cut(text, LongestMessage));

    private static string Line(string text) => PlainText.Line(Cut(text, LongestLine));

    private static string Cut(string text, int length) =>
        text.Length <= length
            ? text
            : text[..length]
                + string.Create(
                    CultureInfo.InvariantCulture,
                    $"\n... and {text.Length - length:N0} more characters"
                );
}
