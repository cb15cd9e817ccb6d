using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Katas.Harness.Grading.Book;
using Katas.Harness.Grading.Intake;

namespace Katas.Harness.Grading.Formats;

/// <summary>Each format against what its platform says of it, on a class whose names and messages mean no good.</summary>
public sealed class FormatTests : IDisposable
{
    private const string Slug = TemporaryClass.Threads;

    private readonly TemporaryClass _sample;
    private readonly SampleSession _session;

    public FormatTests()
    {
        _sample = new TemporaryClass()
            .Write(
                $"=HYPERLINK(1)_7_assignsubmission_file_/{Slug}/Threads.cs",
                "pass\n::error::<b>\u0007]]>&\n##[x]"
            )
            .Write($"Kim, \"M\"_8_assignsubmission_file_/{Slug}/Threads.cs", "pass\npass")
            .Write($"＋1_9_assignsubmission_file_/{Slug}/Threads.cs", "broken");
        _session = new(_sample, new());
        _session.Grade(Enum.GetValues<BookFormat>());
    }

    public void Dispose() => _sample.Dispose();

    [Test]
    public void The_gradebook_is_CSV_without_formulas()
    {
        var rows = Csv("gradebook.csv");

        Assert.That(rows, Has.All.Length.EqualTo(rows[0].Length));
        Assert.That(rows[0][^1], Does.StartWith("isolation: not isolated"));
        Assert.That(
            rows.Skip(1).Select(row => row[0]),
            Is.EqualTo(["'=HYPERLINK(1)", "Kim, \"M\"", "'＋1"])
        );
        Assert.That(rows[1][3..8], Is.EqualTo(["0.33", "1", "0.33", "1/3", "1/3"]));
        Assert.That(rows[3][7], Is.EqualTo("no data"));
        Assert.That(_session.Text("gradebook.csv").Split('\n'), Has.None.Match("^[=+@-]"));
    }

    [Test]
    public void The_result_has_the_coverage_line_by_line_or_none()
    {
        var chapters = JsonNode.Parse(_session.Text("result.json"))!["students"]!
            .AsArray()
            .Select(student => student!["chapters"]![0]!)
            .ToList();

        Assert.That((int)chapters[0]["covered"]!, Is.EqualTo(1));
        Assert.That((int)chapters[0]["katas"]![0]!["lines"]!, Is.EqualTo(3));
        Assert.That((int)chapters[0]["grade"]!["reference"]!["lines"]!, Is.EqualTo(13));
        var kata = chapters[0]["grade"]!["coverage"]![0]!;
        Assert.That((int)kata["reference"]!["covered"]!, Is.EqualTo(12));
        Assert.That(
            kata["lines"]!.AsArray().Select(line => (bool)line!["isCovered"]!),
            Is.EqualTo([true, false, false])
        );
        Assert.That(
            new[] { chapters[2]["covered"], chapters[2]["grade"]!["coverage"] },
            Has.All.Null
        );
    }

    // https://docs.moodle.org/en/Assignment_grading: the worksheet finds participants by their identifiers.
    [Test]
    public void Moodle_finds_its_columns_and_participants()
    {
        var rows = Csv("moodle.csv");

        Assert.That(
            rows[0],
            Is.SupersetOf([
                "Identifier",
                "Full name",
                "Grade",
                "Last modified (grade)",
                "Feedback comments",
            ])
        );
        Assert.That(
            rows.Skip(1).Select(row => row[0]),
            Is.EqualTo(["Participant 7", "Participant 8", "Participant 9"])
        );
        Assert.That(
            rows.Skip(1).Select(row => double.Parse(row[2], CultureInfo.InvariantCulture)),
            Is.EqualTo([0.33, 1, 0])
        );
    }

    // https://community.canvaslms.com: Student, ID, SIS User ID, SIS Login ID and Section come first, points possible below.
    [Test]
    public void Canvas_finds_its_columns_and_points()
    {
        var rows = Csv("canvas.csv");

        Assert.That(
            rows[0][..5],
            Is.EqualTo(["Student", "ID", "SIS User ID", "SIS Login ID", "Section"])
        );
        Assert.That(rows[1][0].Trim(), Is.EqualTo("Points Possible"));
        Assert.That(rows.Skip(2).Select(row => row[1]), Is.EqualTo(["7", "8", "9"]));
    }

    // https://gradescope-autograders.readthedocs.io/en/latest/specs/#output-format
    [Test]
    public void Gradescope_reads_only_what_it_knows()
    {
        string[] known =
        [
            "score",
            "execution_time",
            "output",
            "output_format",
            "test_output_format",
            "test_name_format",
            "visibility",
            "stdout_visibility",
            "extra_data",
            "tests",
            "leaderboard",
        ];
        string[] knownOfTests =
        [
            "score",
            "max_score",
            "status",
            "name",
            "name_format",
            "number",
            "output",
            "output_format",
            "tags",
            "visibility",
            "extra_data",
        ];
        foreach (var result in Objects("gradescope"))
        {
            Assert.That(result.Select(property => property.Key), Is.SubsetOf(known));
            Assert.That(result["score"]!.GetValue<double>(), Is.GreaterThanOrEqualTo(0));
            foreach (var test in result["tests"]!.AsArray().Select(test => test!.AsObject()))
            {
                Assert.That(test.Select(property => property.Key), Is.SubsetOf(knownOfTests));
                Assert.That(test["status"]!.GetValue<string>(), Is.AnyOf("passed", "failed"));
                Assert.That(test["output_format"]!.GetValue<string>(), Is.EqualTo("text"));
                Assert.That(
                    test["score"]!.GetValue<double>(),
                    Is.LessThanOrEqualTo(test["max_score"]!.GetValue<double>())
                );
            }
        }
    }

    // https://github.com/classroom-resources/autograding-grading-reporter: a runner's result.
    [Test]
    public void Classroom_reads_a_runners_result()
    {
        foreach (var result in Objects("github-classroom"))
        {
            Assert.That(result["version"]!.GetValue<int>(), Is.EqualTo(1));
            Assert.That(result["status"]!.GetValue<string>(), Is.AnyOf("pass", "fail", "error"));
            var tests = result["tests"]!.AsArray().Select(test => test!.AsObject()).ToList();
            Assert.That(
                tests.Sum(test => test["score"]!.GetValue<double>()),
                Is.LessThanOrEqualTo(result["max_score"]!.GetValue<double>())
            );
            foreach (var test in tests)
            {
                Assert.That(test["status"]!.GetValue<string>(), Is.AnyOf("pass", "fail", "error"));
                Assert.That(
                    test["message"]!.GetValue<string>().Split('\n'),
                    Has.None.Match(@"^\s*::|##")
                );
            }
        }
    }

    [Test]
    public void JUnit_is_valid_and_counts_right()
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(null, XmlReader.Create(new StringReader(JUnitSchema.Text)));
        var document = XDocument.Parse(_session.Text("junit.xml"));
        var complaints = new List<string>();

        document.Validate(schemas, (_, e) => complaints.Add(e.Message));

        Assert.That(complaints, Is.Empty);
        foreach (var suite in document.Root!.Elements())
        {
            foreach (
                var (attribute, element) in new[]
                {
                    ("failures", "failure"),
                    ("errors", "error"),
                    ("skipped", "skipped"),
                }
            )
                Assert.That(
                    (int)suite.Attribute(attribute)!,
                    Is.EqualTo(suite.Descendants(element).Count())
                );
            Assert.That(
                (int)suite.Attribute("tests")!,
                Is.EqualTo(suite.Elements("testcase").Count())
            );
        }
        Assert.That(document.Descendants("failure").Count(), Is.EqualTo(2));
        Assert.That(document.Descendants("error").Count(), Is.EqualTo(1));
    }

    [Test]
    public void The_result_can_be_read_back()
    {
        var book = _session.Book();

        Assert.That(book.Schema, Is.EqualTo(1));
        Assert.That(
            book.Students.Select(one => one.Student),
            Is.EqualTo(["=HYPERLINK(1)", "Kim, \"M\"", "＋1"])
        );
        Assert.That(
            book.Students[0].Chapters[0].Grade.Tests[1].Message,
            Does.Contain("::error::<b>␇]]>&")
        );
        Assert.That(GradeExplanation.Lines(book.Students[2]), Has.Some.Contains("CS1002"));
    }

    private IEnumerable<JsonObject> Objects(string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(_session.Output, folder))
            .Select(file => JsonNode.Parse(File.ReadAllText(file))!.AsObject());

    private List<string[]> Csv(string file)
    {
        var rows = new List<string[]>();
        foreach (
            var line in _session.Text(file).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var (cells, cell, quoted) = (new List<string>(), "", false);
            for (var i = 0; i < line.Length; i++)
            {
                if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
                    cell += line[i++];
                else if (line[i] == '"')
                    quoted = !quoted;
                else if (line[i] == ',' && !quoted)
                {
                    cells.Add(cell);
                    cell = "";
                }
                else
                    cell += line[i];
            }
            rows.Add([.. cells, cell]);
        }
        return rows;
    }
}
