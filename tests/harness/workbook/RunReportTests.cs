using System.Text.Json;

namespace Katas.Harness.Workbook;

public class RunReportTests
{
    private static readonly RunReport Two = new([
        new("01-ramen-shop", 1, 2, null, true, [new(1, "FirstBowl", 1, 2)], []),
        new("03-first-thread", 0, 0, "does not compile", false, [], []),
    ]);

    private string _folder = "";

    [SetUp]
    public void MakeFolder() =>
        _folder = Directory.CreateTempSubdirectory("katas-report-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_report_that_was_written_reads_the_same()
    {
        Two.Write(_folder);

        var read = RunReport.Read(_folder);

        Assert.That(read.Chapters[0].HostFailed, Is.True);
        Assert.That(read.Chapters[1].RunError, Is.EqualTo("does not compile"));
        Assert.That(read.Chapters[0].Katas, Is.EqualTo(Two.Chapters[0].Katas));
    }

    [Test]
    public void Other_programs_find_the_error_under_its_old_key()
    {
        Two.Write(_folder);

        using var json = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(_folder, RunReport.FileName))
        );

        var chapters = json.RootElement.GetProperty("chapters");
        Assert.That(chapters[0].GetProperty("lostHost").GetBoolean(), Is.True);
        Assert.That(chapters[1].GetProperty("trouble").GetString(), Is.EqualTo("does not compile"));
    }
}
