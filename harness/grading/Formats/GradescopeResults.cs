using System.Text.Json.Nodes;
using Katas.Harness.Grading.Book;
using Katas.Harness.Grading.Intake;

namespace Katas.Harness.Grading.Formats;

/// <summary>
/// <c>gradescope/KEY.json</c>: what an autograder leaves as <c>results.json</c>, a test for each kata. Described at
/// https://gradescope-autograders.readthedocs.io/en/latest/specs/#output-format.
/// </summary>
internal sealed class GradescopeResults(ClassSummary summary) : IBookWriter
{
    public void Add(StudentResult student, SubmittedWork work)
    {
        var tests = student.Chapters.SelectMany(
            (chapter, c) => chapter.Katas.Select((kata, k) => Test(chapter, c, kata, k))
        );
        using var file = new BookFile(
            Path.Combine(summary.Folder, "gradescope", $"{student.Key}.json")
        );
        file.Writer.Write(
            new JsonObject
            {
                // Of the whole, as being late takes off from chapters and not from katas.
                ["score"] = Figures.Rounded(student.Score),
                ["output"] = PlainText.Visible(string.Join('\n', student.Notes)),
                ["output_format"] = "text",
                ["test_output_format"] = "text",
                ["visibility"] = "visible",
                ["stdout_visibility"] = "hidden",
                ["tests"] = new JsonArray([.. tests]),
            }.ToJsonString(GradeJson.Options)
        );
        file.Finish();
    }

    public void Finish() { }

    public void Dispose() { }

    private static JsonObject Test(ChapterResult chapter, int c, KataResult kata, int k) =>
        new()
        {
            ["name"] = $"{chapter.Slug}: {kata.Kata}",
            ["number"] = $"{Figures.Whole(c + 1)}.{Figures.Whole(k + 1)}",
            ["score"] = chapter.Score > 0 ? Figures.Rounded(kata.Score) : 0,
            ["max_score"] = Figures.Rounded(kata.Most),
            ["status"] = kata.IsGreen ? "passed" : "failed",
            ["output"] = PlainText.Visible(KataText.Of(chapter, kata)),
            ["output_format"] = "text",
            ["visibility"] = "visible",
        };
}
