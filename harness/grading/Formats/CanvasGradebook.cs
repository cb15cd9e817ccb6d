using Katas.Harness.Grading.Book;
using Katas.Harness.Grading.Intake;

namespace Katas.Harness.Grading.Formats;

/// <summary>
/// <c>canvas.csv</c>: a gradebook with one assignment, which Canvas matches with its students by their numbers. Described at
/// https://community.canvaslms.com/t5/Instructor-Guide/How-do-I-import-grades-in-the-Gradebook/ta-p/807.
/// </summary>
internal sealed class CanvasGradebook : IBookWriter
{
    private const string Assignment = "Katas";

    private readonly BookFile _file;
    private bool _hasPoints;

    public CanvasGradebook(ClassSummary summary)
    {
        _file = new(Path.Combine(summary.Folder, "canvas.csv"));
        _file.Writer.Write(
            CsvLine.Of("Student", "ID", "SIS User ID", "SIS Login ID", "Section", Assignment)
        );
    }

    public void Add(StudentResult student, SubmittedWork work)
    {
        if (!_hasPoints)
            _file.Writer.Write(
                CsvLine.Of("Points Possible", "", "", "", "", Figures.Score(student.Most))
            );
        _hasPoints = true;
        _file.Writer.Write(
            CsvLine.Of(student.Name, student.Id ?? "", "", "", "", Figures.Score(student.Score))
        );
    }

    public void Finish() => _file.Finish();

    public void Dispose() => _file.Dispose();
}
