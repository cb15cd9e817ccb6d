using System.Text.Json.Nodes;
using Katas.Harness.Grading.Book;
using Katas.Harness.Grading.Intake;

namespace Katas.Harness.Grading.Formats;

/// <summary>
/// <c>github-classroom/KEY.json</c>: the result of a runner, which <c>classroom-resources/autograding-grading-reporter</c> takes in Base64.
/// A test for each kata.
/// </summary>
internal sealed class ClassroomResults(ClassSummary summary) : IBookWriter
{
    public void Add(StudentResult student, SubmittedWork work)
    {
        var isGreen = student.Chapters.All(chapter => chapter.Katas.All(kata => kata.IsGreen));
        using var file = new BookFile(
            Path.Combine(summary.Folder, "github-classroom", $"{student.Key}.json")
        );
        file.Writer.Write(
            new JsonObject
            {
                ["version"] = 1,
                ["status"] = isGreen ? "pass" : "fail",
                ["max_score"] = Figures.Rounded(student.Most),
                ["tests"] = new JsonArray([
                    .. student.Chapters.SelectMany(chapter =>
                        chapter.Katas.Select(kata => Test(chapter, kata))
                    ),
                ]),
            }.ToJsonString(GradeJson.Options)
        );
        file.Finish();
    }

    public void Finish() { }

    public void Dispose() { }

    private static JsonObject Test(ChapterResult chapter, KataResult kata)
    {
        // The reporter knows no chapters, so what is taken off from one is taken off from its katas.
        var sum = chapter.Katas.Sum(one => one.Score);
        var left = sum > 0 ? chapter.Score / sum : 0;
        return new()
        {
            ["name"] = $"{chapter.Slug}: {kata.Kata}",
            ["status"] = kata.IsGreen && chapter.Score > 0 ? "pass" : "fail",
            ["score"] = Figures.Rounded(kata.Score * left),
            // The reporter writes it into a log in which lines can be commands.
            ["message"] = PlainText.Console(KataText.Of(chapter, kata)),
            ["test_code"] = "",
            ["filename"] = "",
            ["line_no"] = 0,
            ["execution_time"] = "0s",
        };
    }
}
