using System.Text.RegularExpressions;
using Katas.Harness.Engine;
using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.DotnetTest;

/// <summary>The real command on a submission that does its worst: <c>dotnet test -p:Against=…</c> in a process of its own.</summary>
public partial class HostileSubmissionTests
{
    private static readonly WorkbookPaths Paths = WorkbookPaths.Find();

    // One folder for each clone, so that what is built for it is built once; a space and Korean letters belong to the test.
    private static readonly string Folder = Path.Combine(
        Path.GetTempPath(),
        $"katas 제출물 {DotnetTestRun.StableName(Paths.Root)}"
    );

    private DotnetTestRun _run = null!;
    private RunReport _report = null!;

    [OneTimeSetUp]
    public void RunOnce()
    {
        Submit("01-ramen-shop", "Shop.cs", Accidents.Shop);
        Submit("02-who-am-i", "Report.cs", Accidents.Report);
        Submit("03-first-thread", "Threads.cs", "public class Broken { int x }");
        Submit("11-cutting-the-work", "Rota.cs", "namespace Katas.CuttingTheWork; class Rota;");
        _run = DotnetTestRun.Run(Paths, Folder, Path.Combine(Folder, "results"));
        Assert.That(Path.Combine(_run.Results, RunReport.FileName), Does.Exist, _run.Output);
        _report = RunReport.Read(_run.Results);
    }

    [Test]
    public void A_kata_that_exits_loops_or_overflows_costs_its_own_verdict()
    {
        var shop = _report.Chapters.Single(chapter => chapter.Chapter == "01-ramen-shop");

        Assert.That(
            shop.Katas.Select(kata =>
                $"{kata.Name} {(kata.Passed == kata.Total ? "green" : kata.Passed == 0 ? "red" : "mixed")}"
            ),
            Is.EqualTo(["BowlsPerHour red", "FirstBowl red", "Bottleneck red", "Plan green"]),
            _run.Output
        );
        Assert.That(shop.Katas, Has.All.Property(nameof(KataReport.Total)).GreaterThan(0));
    }

    [TestCase("01-ramen-shop")]
    [TestCase("02-who-am-i")]
    public async Task The_engine_gives_each_accident_the_same_verdict_in_the_same_words(string slug)
    {
        await using var engine = new ChapterEngine(
            Paths,
            new EngineOptions { Configuration = Accidents.Configuration }
        );

        var verdicts = await engine.Run(slug, Path.Combine(Folder, slug));

        Assert.That(
            _report
                .Chapters.Single(chapter => chapter.Chapter == slug)
                .Tests.Select(test => Accidents.Line(test.Test, test.Outcome, test.Message)),
            Is.EquivalentTo(
                verdicts.Tests.Select(test =>
                    Accidents.Line(test.Test.FullName, test.Outcome, test.Message)
                )
            ),
            _run.Output
        );
    }

    [Test]
    public void Every_kind_of_accident_has_its_verdict()
    {
        var outcomes = _report
            .Chapters.SelectMany(chapter => chapter.Tests)
            .Select(test => test.Outcome)
            .Distinct();

        Assert.That(
            outcomes,
            Is.SupersetOf(
                new[]
                {
                    Outcome.Failed,
                    Outcome.TimeLimit,
                    Outcome.Exit,
                    Outcome.Crash,
                    Outcome.OutputLimit,
                }
            )
        );
    }

    [Test]
    public void The_table_names_what_happened_and_where()
    {
        Assert.That(_run.ExitCode, Is.EqualTo(1));
        Assert.That(_run.Output, Does.Contain("next: BowlsPerHour"));
        Assert.That(
            File.ReadAllText(Path.Combine(Folder, "results", "01-ramen-shop.md")),
            Does.Contain("ended the whole test process with exit code 3")
        );
        Assert.That(_run.Output, Does.Contain("01-ramen-shop/Shop.cs:"));
    }

    [Test]
    public void A_chapter_that_does_not_compile_is_a_row_with_file_line_and_message()
    {
        var row = _report.Chapters.Single(chapter => chapter.Chapter == "03-first-thread");

        Assert.That(row.RunError, Is.EqualTo("does not compile"));
        Assert.That(
            _run.Output,
            Does.Match(@"03-first-thread +does not compile .*Threads\.cs\(1,29\): CS1002")
        );
    }

    [Test]
    public void A_chapter_that_its_tests_cannot_use_is_a_row_that_says_where()
    {
        var row = _report.Chapters.Single(chapter => chapter.Chapter == "11-cutting-the-work");

        Assert.That(row.RunError, Is.EqualTo("does not fit its tests"));
        Assert.That(
            _run.Output,
            Does.Match(
                @"11-cutting-the-work +does not fit its tests .*Tests\.cs\([0-9]+,[0-9]+\): CS"
            )
        );
    }

    [Test]
    public void An_older_submission_that_takes_the_place_of_another_is_tested_and_not_the_other()
    {
        var place = Path.Combine(Folder, "exchanged");
        CopySources(Paths.Solutions, place, "01-ramen-shop");
        var first = DotnetTestRun.Run(Paths, place, Path.Combine(place, "results"));

        foreach (var file in CopySources(Paths.Exercises, place, "01-ramen-shop"))
            File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddYears(40));
        var second = DotnetTestRun.Run(Paths, place, Path.Combine(place, "results"));

        Assert.That(first.Output, Does.Match(@"\b([0-9]+) of \1 tests pass"));
        Assert.That(second.Output, Does.Contain("0 of ").And.Contain("tests pass. Next: kata 1"));
    }

    [Test]
    public void A_chapter_that_is_not_there_is_a_row_that_says_so()
    {
        var row = _report.Chapters.Single(chapter => chapter.Chapter == "13-prime-lab");

        Assert.That(row.RunError, Is.EqualTo("not there"));
    }

    [Test]
    [Platform("Linux", Reason = "Processes are looked up in /proc.")]
    public void No_test_process_is_left_behind()
    {
        var details = Directory.EnumerateFiles(_run.Results, "*.trx").First();
        var side = Side().Match(File.ReadAllText(details)).Value;

        var left = Directory
            .EnumerateDirectories("/proc")
            .Select(process => Path.Combine(process, "cmdline"))
            .Select(DotnetTestRun.ReadIfThere)
            .Where(commandLine => commandLine.Contains(side, StringComparison.Ordinal));

        Assert.That(side, Is.Not.Empty);
        Assert.That(left, Is.Empty);
    }

    [Test]
    public void A_folder_that_is_not_there_is_named()
    {
        var run = DotnetTestRun.Run(Paths, "/no/such folder", Path.Combine(Folder, "nothing"));

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.Contain("There is no folder").And.Contain("no/such folder"));
    }

    /// <summary>The chapter's solution with one file replaced.</summary>
    private static void Submit(string slug, string file, string text)
    {
        CopySources(Paths.Solutions, Folder, slug);
        File.WriteAllText(Path.Combine(Folder, slug, file), text);
    }

    /// <summary>Copies a chapter's sources to the same place in another folder, and says where each is now.</summary>
    private static List<string> CopySources(string from, string to, string slug)
    {
        var folder = Directory.CreateDirectory(Path.Combine(to, slug)).FullName;
        var copies = new List<string>();
        foreach (var source in Directory.EnumerateFiles(Path.Combine(from, slug), "*.cs"))
        {
            copies.Add(Path.Combine(folder, Path.GetFileName(source)));
            File.Copy(source, copies[^1], overwrite: true);
        }
        return copies;
    }

    [GeneratedRegex("folder-[0-9a-fA-F]{12}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Side();
}
