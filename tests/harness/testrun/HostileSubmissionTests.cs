using System.Text.RegularExpressions;
using Katas.Harness.Chapters;

namespace Katas.Harness.TestRun;

/// <summary>The real command on a submission that does its worst: <c>dotnet test -p:Against=…</c> in a process of its own.</summary>
public partial class HostileSubmissionTests
{
    private static readonly WorkbookPaths Paths = WorkbookPaths.Find();

    // One folder for each clone, so that what is built for it is built once; a space and Korean letters belong to the test.
    private static readonly string Folder = Path.Combine(
        Path.GetTempPath(),
        $"katas 제출물 {DotnetTest.StableName(Paths.Root)}"
    );

    private DotnetTest _run = null!;
    private RunReport _report = null!;

    [OneTimeSetUp]
    public void RunOnce()
    {
        Submit("01-ramen-shop", "Shop.cs", HostileShop);
        Submit("03-first-thread", "Threads.cs", "public class Broken { int x }");
        _run = DotnetTest.Run(Paths, Folder, Path.Combine(Folder, "results"));
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

    [Test]
    public void The_table_names_what_happened_and_where()
    {
        Assert.That(_run.ExitCode, Is.EqualTo(1));
        Assert.That(_run.Output, Does.Contain("next: BowlsPerHour"));
        Assert.That(_run.Output, Does.Contain("Ended the test process with exit code 3"));
        Assert.That(_run.Output, Does.Contain("01-ramen-shop/Shop.cs:"));
    }

    [Test]
    public void A_chapter_that_does_not_compile_is_a_row_with_file_line_and_message()
    {
        var row = _report.Chapters.Single(chapter => chapter.Chapter == "03-first-thread");

        Assert.That(row.Trouble, Is.EqualTo("does not compile"));
        Assert.That(
            _run.Output,
            Does.Match(@"03-first-thread +does not compile .*Threads\.cs\(1,29\): CS1002")
        );
    }

    [Test]
    public void A_chapter_that_is_not_there_is_a_row_that_says_so()
    {
        var row = _report.Chapters.Single(chapter => chapter.Chapter == "13-prime-lab");

        Assert.That(row.Trouble, Is.EqualTo("not there"));
    }

    [Test]
    [Platform("Linux", Reason = "Processes are looked up in /proc.")]
    public void No_test_process_is_left_behind()
    {
        var side = Side().Match(File.ReadAllText(Path.Combine(_run.Results, "katas.trx"))).Value;

        var left = Directory
            .EnumerateDirectories("/proc")
            .Select(process => Path.Combine(process, "cmdline"))
            .Select(DotnetTest.ReadIfThere)
            .Where(commandLine => commandLine.Contains(side, StringComparison.Ordinal));

        Assert.That(side, Is.Not.Empty);
        Assert.That(left, Is.Empty);
    }

    [Test]
    public void A_folder_that_is_not_there_is_named()
    {
        var run = DotnetTest.Run(Paths, "/no/such folder", Path.Combine(Folder, "nothing"));

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.Contain("There is no folder").And.Contain("no/such folder"));
    }

    /// <summary>The chapter's solution with one file replaced.</summary>
    private static void Submit(string slug, string file, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, slug)).FullName;
        foreach (
            var source in Directory.EnumerateFiles(Path.Combine(Paths.Solutions, slug), "*.cs")
        )
            File.Copy(source, Path.Combine(folder, Path.GetFileName(source)), overwrite: true);
        File.WriteAllText(Path.Combine(folder, file), text);
    }

    [GeneratedRegex("folder-[0-9a-fA-F]{12}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Side();

    private const string HostileShop = """
        namespace Katas.RamenShop;

        public static class Shop
        {
            public static double BowlsPerHour(int chefs, int burners, bool overlap)
            {
                Environment.Exit(3);
                return 0;
            }

            public static int FirstBowl(bool overlap)
            {
                while (true) { }
            }

            public static Limit Bottleneck(int chefs, int burners) => Bottleneck(chefs + 1, burners) | Bottleneck(chefs, burners + 1);
        }
        """;
}
