using System.Globalization;
using System.Xml;
using Katas.Harness.Grading.Book;
using Katas.Harness.Grading.Intake;

namespace Katas.Harness.Grading.Formats;

/// <summary><c>junit.xml</c>: a suite for each chapter of each student, as build servers read it.</summary>
internal sealed class JUnitXml : IBookWriter
{
    private readonly BookFile _file;
    private readonly XmlWriter _xml;
    private readonly string _time;

    public JUnitXml(ClassSummary summary)
    {
        _time = summary.Graded.UtcDateTime.ToString("s", CultureInfo.InvariantCulture);
        _file = new(Path.Combine(summary.Folder, "junit.xml"));
        _xml = XmlWriter.Create(_file.Writer, new() { Indent = true });
        _xml.WriteStartElement("testsuites");
    }

    public void Add(StudentResult student, SubmittedWork work)
    {
        foreach (var chapter in student.Chapters)
            Suite(student, chapter.Grade);
    }

    public void Finish()
    {
        _xml.WriteEndElement();
        _xml.Dispose();
        _file.Finish();
    }

    public void Dispose()
    {
        _xml.Dispose();
        _file.Dispose();
    }

    private void Suite(StudentResult student, ChapterGrade grade)
    {
        var isJudged = grade.State == ChapterState.Graded;
        var failed = grade.Tests.Count(test => test.State != TestState.Passed);
        _xml.WriteStartElement("testsuite");
        Attribute("name", $"{student.Name}: {grade.Slug}");
        Attribute("tests", Figures.Whole(isJudged ? grade.Tests.Count : 1));
        Attribute("failures", Figures.Whole(isJudged ? failed : 0));
        Attribute("errors", Figures.Whole(IsError(grade) ? 1 : 0));
        Attribute("skipped", Figures.Whole(isJudged || IsError(grade) ? 0 : 1));
        Attribute("time", "0");
        Attribute("timestamp", _time);
        if (isJudged)
        {
            foreach (var test in grade.Tests)
                Case(grade.Slug, test);
        }
        else
        {
            Chapter(grade);
        }
        _xml.WriteEndElement();
    }

    private static bool IsError(ChapterGrade grade) =>
        grade.State is ChapterState.DoesNotCompile or ChapterState.NotAllowed;

    private void Case(string slug, TestGrade test)
    {
        _xml.WriteStartElement("testcase");
        Attribute("classname", test.Kata is { } kata ? $"{slug}.{kata}" : slug);
        Attribute("name", test.Test);
        Attribute("time", "0");
        if (test.State != TestState.Passed)
        {
            var message = test.Message ?? "";
            _xml.WriteStartElement("failure");
            Attribute("message", message.Split('\n', 2)[0]);
            Attribute("type", $"{test.State}");
            _xml.WriteString(PlainText.Visible(message));
            _xml.WriteEndElement();
        }
        _xml.WriteEndElement();
    }

    /// <summary>A chapter none of whose tests ran is one case.</summary>
    private void Chapter(ChapterGrade grade)
    {
        _xml.WriteStartElement("testcase");
        Attribute("classname", grade.Slug);
        Attribute("name", grade.Slug);
        Attribute("time", "0");
        _xml.WriteStartElement(IsError(grade) ? "error" : "skipped");
        Attribute("message", $"{grade.State}");
        if (IsError(grade))
        {
            Attribute("type", $"{grade.State}");
            _xml.WriteString(
                PlainText.Visible(
                    string.Join(
                        '\n',
                        grade
                            .Errors.Select(error => $"{error}")
                            .Concat(grade.Violations.Select(one => $"{one}"))
                            .Concat(grade.Notes)
                    )
                )
            );
        }
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Attribute(string name, string value) =>
        _xml.WriteAttributeString(name, PlainText.Line(value));
}
