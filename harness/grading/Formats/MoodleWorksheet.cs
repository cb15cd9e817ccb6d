using Katas.Harness.Grading.Book;
using Katas.Harness.Grading.Intake;

namespace Katas.Harness.Grading.Formats;

/// <summary>
/// <c>moodle.csv</c>: the grading worksheet of an assignment, with the columns by which Moodle finds participants and takes grades and
/// comments. Described at https://docs.moodle.org/en/Assignment_grading#Grading_offline.
/// </summary>
internal sealed class MoodleWorksheet : IBookWriter
{
    private readonly BookFile _file;

    public MoodleWorksheet(ClassSummary summary)
    {
        _file = new(Path.Combine(summary.Folder, "moodle.csv"));
        _file.Writer.Write(
            CsvLine.Of(
                "Identifier",
                "Full name",
                "Grade",
                "Maximum Grade",
                "Last modified (grade)",
                "Feedback comments"
            )
        );
    }

    public void Add(StudentResult student, SubmittedWork work)
    {
        // Moodle knows only those whose folder had its number.
        if (student.Id is { } id)
            _file.Writer.Write(
                CsvLine.Of(
                    $"Participant {id}",
                    student.Name,
                    Figures.Score(student.Score),
                    Figures.Score(student.Most),
                    "",
                    KataText.Summary(student)
                )
            );
    }

    public void Finish() => _file.Finish();

    public void Dispose() => _file.Dispose();
}
