using Katas.Harness.Workbook;

namespace Katas.Harness.Cli.Coverage;

public class CoverageReportTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() =>
        _folder = Directory.CreateTempSubdirectory("katas-coverage-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void The_collectors_file_counts_and_the_loggers_copy_does_not()
    {
        Write("01-ramen-shop/0f8fad5b/coverage.cobertura.xml");
        Write("01-ramen-shop/_vm_2026/In/vm/coverage.cobertura.xml");
        Write("09-not-in-the-run/0f8fad5b/coverage.cobertura.xml");
        var run = new RunReport([
            new("01-ramen-shop", 1, 1, null, false, [], []),
            new("02-who-am-i", 0, 0, "not there", false, [], []),
        ]);

        var files = CoverageReport.Files(_folder, run);

        Assert.That(files.Keys, Is.EqualTo(["01-ramen-shop"]));
        Assert.That(files["01-ramen-shop"], Does.Not.Contain("_vm_"));
    }

    [Test]
    public void The_line_coverage_of_each_assembly_is_read_from_the_summary()
    {
        Write(
            "Summary.json",
            """{"coverage":{"assemblies":[{"name":"RamenShop","coverage":98.5},{"name":"Empty","coverage":null}]}}"""
        );

        Assert.That(
            CoverageReport.Read(_folder),
            Is.EqualTo(new Dictionary<string, double> { ["RamenShop"] = 98.5 })
        );
    }

    private void Write(string path, string text = "")
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
