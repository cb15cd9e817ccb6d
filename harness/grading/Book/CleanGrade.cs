using System.Globalization;

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
        return grade with
        {
            Tests = [.. grade.Tests.Select(test => test with { Message = Message(test.Message) })],
            Errors =
            [
                .. grade
                    .Errors.Take(MostErrors)
                    .Select(error =>
                        error with
                        {
                            File = Line(error.File),
                            Message = Line(error.Message),
                        }
                    ),
            ],
            Violations =
            [
                .. grade
                    .Violations.Take(MostErrors)
                    .Select(one => one with { File = Line(one.File), Symbol = Line(one.Symbol) }),
            ],
            Notes = [.. grade.Notes.Take(MostErrors).Select(Line)],
        };

        string? Message(string? text) =>
            text is null ? null : PlainText.Visible(Cut(Relative(text), LongestMessage));

        string Line(string text) => PlainText.Line(Cut(Relative(text), LongestLine));

        string Relative(string text) =>
            text.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }

    private static string Cut(string text, int length) =>
        text.Length <= length
            ? text
            : text[..length]
                + string.Create(
                    CultureInfo.InvariantCulture,
                    $"\n... and {text.Length - length:N0} more characters"
                );
}
