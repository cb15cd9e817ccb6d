using System.Text.Json;
using Katas.Harness.Grading.Book;
using Katas.Harness.Grading.Intake;

namespace Katas.Harness.Grading.Formats;

/// <summary><c>result.json</c>: a <see cref="Gradebook"/>, written a student at a time.</summary>
internal sealed class ResultJson : IBookWriter
{
    private readonly BookFile _file;
    private readonly Utf8JsonWriter _json;

    public ResultJson(ClassSummary summary)
    {
        _file = new(Path.Combine(summary.Folder, Gradebook.FileName));
        _json = new(_file.Stream, new() { Indented = true, Encoder = GradeJson.Options.Encoder });
        // Everything but the rows is small.
        var head = JsonSerializer.SerializeToElement(
            new Gradebook(
                summary.Isolation,
                summary.Workbook,
                GradingEnvironment.Here,
                summary.Graded,
                summary.Notes,
                []
            ),
            GradeJson.Options
        );
        _json.WriteStartObject();
        foreach (
            var property in head.EnumerateObject().Where(property => property.Name != "students")
        )
            property.WriteTo(_json);
        _json.WriteStartArray("students");
    }

    public void Add(StudentResult student, SubmittedWork work)
    {
        JsonSerializer.Serialize(_json, student, GradeJson.Options);
        _json.Flush();
    }

    public void Finish()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Dispose();
        _file.Finish();
    }

    public void Dispose()
    {
        _json.Dispose();
        _file.Dispose();
    }
}
