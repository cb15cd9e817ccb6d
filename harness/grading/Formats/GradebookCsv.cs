using Katas.Harness.Grading.Book;
using Katas.Harness.Grading.Intake;

namespace Katas.Harness.Grading.Formats;

/// <summary><c>gradebook.csv</c>: a row a student. Its mark at the beginning tells spreadsheets that it is UTF-8.</summary>
internal sealed class GradebookCsv : IBookWriter
{
    private readonly BookFile _file;

    public GradebookCsv(ClassSummary summary)
    {
        _file = new(Path.Combine(summary.Folder, "gradebook.csv"), hasMark: true);
        _file.Writer.Write(
            CsvLine.Of([
                "student",
                "name",
                "id",
                "points",
                "of",
                .. summary.Slugs.SelectMany(slug =>
                    new[] { slug, $"{slug} tests", $"{slug} coverage" }
                ),
                "flags",
                // A reader sees it before any grade.
                $"isolation: {summary.Isolation}",
            ])
        );
    }

    public void Add(StudentResult student, SubmittedWork work) =>
        _file.Writer.Write(
            CsvLine.Of([
                student.Student,
                student.Name,
                student.Id ?? "",
                Figures.Score(student.Score),
                Figures.Score(student.Most),
                .. student.Chapters.SelectMany(chapter =>
                    new[]
                    {
                        Figures.Score(chapter.Score),
                        Figures.Of(
                            chapter.Katas.Sum(kata => kata.Passed),
                            chapter.Katas.Sum(kata => kata.Tests)
                        ),
                        Figures.Coverage(chapter.Covered, chapter.Lines),
                    }
                ),
                string.Join("; ", student.Flags),
                "",
            ])
        );

    public void Finish() => _file.Finish();

    public void Dispose() => _file.Dispose();
}
