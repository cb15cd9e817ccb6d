using Katas.Harness.Grading.Book;

namespace Katas.Harness.Grading.Formats;

/// <summary>The writer of each platform's format.</summary>
internal static class FormatWriters
{
    public static IBookWriter Create(BookFormat format, ClassSummary summary) =>
        format switch
        {
            BookFormat.Gradescope => new GradescopeResults(summary),
            BookFormat.GithubClassroom => new ClassroomResults(summary),
            BookFormat.Moodle => new MoodleWorksheet(summary),
            _ => new CanvasGradebook(summary),
        };
}
