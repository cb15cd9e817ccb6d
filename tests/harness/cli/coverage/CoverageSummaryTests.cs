using System.Text.Json;
using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Coverage;

public class CoverageSummaryTests
{
    [Test]
    public void A_chapter_has_its_tests_and_its_line_coverage()
    {
        var summary = Join([Ran("01-ramen-shop", passed: 3, total: 4)], ("01-ramen-shop", 87.5));

        Assert.That(
            summary.Chapters.Single(),
            Is.EqualTo(new CoverageRow("01-ramen-shop", 3, 4, 87.5, null))
        );
    }

    [Test]
    public void A_chapter_whose_host_failed_has_no_data()
    {
        var failed = Ran("01-ramen-shop", passed: 3, total: 4) with { HostFailed = true };

        var row = Join([failed], ("01-ramen-shop", 12)).Chapters.Single();

        Assert.That(row.LineCoverage, Is.Null);
        Assert.That(row.Note, Is.EqualTo("test process lost"));
    }

    [Test]
    public void Zeros_after_passed_tests_are_no_data()
    {
        var row = Join([Ran("01-ramen-shop", passed: 3, total: 4)], ("01-ramen-shop", 0))
            .Chapters.Single();

        Assert.That(row.LineCoverage, Is.Null);
    }

    [Test]
    public void A_chapter_that_does_not_compile_is_a_row_with_the_reason()
    {
        var broken = new ChapterReport("02-who-am-i", 0, 0, "does not compile", false, [], []);

        var row = Join([broken]).Chapters.Single();

        Assert.That(
            row,
            Is.EqualTo(new CoverageRow("02-who-am-i", 0, 0, null, "does not compile"))
        );
    }

    [Test]
    public void A_chapter_that_ran_and_is_not_in_the_report_is_an_error() =>
        Assert.That(
            () =>
                Join(
                    [Ran("01-ramen-shop", 1, 1), Ran("03-first-thread", 1, 1)],
                    ("01-ramen-shop", 100)
                ),
            Throws.InstanceOf<MissingCoverageException>().With.Message.Contains("03-first-thread")
        );

    [Test]
    public void The_file_has_no_data_in_words_and_keeps_every_alphabet()
    {
        var failed = Ran("01-ramen-shop", passed: 3, total: 4) with { HostFailed = true };

        using var json = JsonDocument.Parse(
            Join([failed, Ran("03-first-thread", 1, 1)], ("03-first-thread", 100)).ToJson()
        );

        Assert.That(json.RootElement.GetProperty("against").GetString(), Is.EqualTo("학생 하나"));
        Assert.That(
            json.RootElement.GetProperty("chapters")
                .EnumerateArray()
                .Select(row => row.GetProperty("lineCoverage").ToString()),
            Is.EqualTo(["no data", "100"])
        );
    }

    private static CoverageSummary Join(
        IReadOnlyList<ChapterReport> chapters,
        params (string Slug, double Percent)[] coverage
    ) =>
        CoverageSummary.Join(
            "학생 하나",
            new RunReport(chapters),
            coverage.ToDictionary(pair => pair.Slug, pair => pair.Percent)
        );

    private static ChapterReport Ran(string slug, int passed, int total) =>
        new(slug, passed, total, null, false, [], []);
}
