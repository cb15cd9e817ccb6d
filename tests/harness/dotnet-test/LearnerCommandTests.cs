using Katas.Harness.Workbook;

namespace Katas.Harness.DotnetTest;

/// <summary>
/// The learner's commands of the README on one chapter, in a terminal. They are compiled and run only when asked for, since they take minutes:
/// <c>KATAS_TERMINALS=one dotnet test tests/harness/dotnet-test --filter FullyQualifiedName~LearnerCommand</c>, and with <c>all</c> for every
/// combination of width, characters and colour.
/// </summary>
[Platform("Linux", Reason = "The terminal is made by script of util-linux.")]
public class LearnerCommandTests
{
    private const string Slug = "03-first-thread";
    private const string Right = "failure?.Throw();";

    private static readonly WorkbookPaths Paths = WorkbookPaths.Find();

    // One folder for each clone, so that what is built for it is built once.
    private static readonly string Folder = Path.Combine(
        Path.GetTempPath(),
        $"katas 터미널 {DotnetTestRun.StableName(Paths.Root)}"
    );

    private static readonly string Answer = Path.Combine(Folder, Slug, "Threads.cs");

    private static string Solution { get; } =
        File.ReadAllText(Path.Combine(Paths.Solutions, Slug, "Threads.cs"));

    private static string Arguments =>
        $"'--property:Against={Folder}' -c {Accidents.Configuration} --results-directory '{Path.Combine(Folder, "results")}'";

    private static IEnumerable<TestCaseData> Terminals() =>
        Environment.GetEnvironmentVariable("KATAS_TERMINALS") == "all"
            ? from columns in new[] { 80, 120 }
            from locale in new[] { "C.UTF-8", "C" }
            from noColor in new[] { "", "1" }
            select new TestCaseData(columns, locale, noColor)
            : [new TestCaseData(80, "C.UTF-8", "")];

    [SetUp]
    public void Submit()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Answer)!);
        Assert.That(
            Solution,
            Does.Contain(Right),
            "The wrong answer is the solution without this."
        );
        AtomicFile.WriteAllText(Answer, Solution.Replace(Right, "", StringComparison.Ordinal));
    }

    [TestCaseSource(nameof(Terminals))]
    public void One_chapter_shows_the_table_the_failure_and_what_is_next(
        int columns,
        string locale,
        string noColor
    )
    {
        var variables = new Dictionary<string, string> { ["LC_ALL"] = locale };
        if (noColor.Length > 0)
            variables["NO_COLOR"] = noColor;

        using var run = TerminalRun.Start(
            Paths,
            $"dotnet test tests/{Slug} {Arguments}",
            columns,
            variables
        );
        var exitCode = run.WaitForExit();

        var screen = run.Screen;
        var text = string.Join('\n', screen);
        var isUtf8 = locale != "C";
        Assert.That(exitCode, Is.EqualTo(1), text);
        Assert.That(
            text,
            Does.Match(isUtf8 ? $"{Slug} +█+░+ +[0-9]+/[0-9]+" : $"{Slug} +#+[.]+ +[0-9]+/[0-9]+")
        );
        Assert.That(
            text,
            Does.Match("\n  4 RunAndReturn +[0-9]+/[0-9]+\n    .+Threads.cs:[0-9]+\n")
        );
        Assert.That(text, Does.Contain($"\n{(isUtf8 ? "✗" : "x")} RunAndReturn: RunAndReturn_"));
        Assert.That(text, Does.Contain("\n  Expected: "));
        Assert.That(text, Does.Match($"Next: kata 4 of exercises/{Slug}/README.md"));
        Assert.That(screen.Last(line => line.Length > 0), Does.EndWith($"{Slug}.md"));
        Assert.That(screen.Where(line => line.Contains("->", StringComparison.Ordinal)), Is.Empty);
        Assert.That(
            run.Raw.Contains("\u001b[38", StringComparison.Ordinal),
            Is.EqualTo(noColor.Length == 0)
        );
        Assert.That(run.Raw, Does.Contain("starting the tests"), "There was no line of life.");
        Assert.That(text, Does.Not.Contain("starting the tests").And.Not.Contain("building "));
    }

    [Test]
    public void Watch_shows_a_red_save_and_then_a_green_one()
    {
        using var run = TerminalRun.Start(
            Paths,
            $"dotnet watch test --project tests/{Slug} {Arguments}",
            80
        );

        var end = run.WaitFor($"✗ RunAndReturn: (?s:.*){Slug}[.]md");
        end = run.WaitFor("Waiting for a file to change", end);
        AtomicFile.WriteAllText(Answer, Solution);
        run.WaitFor(@"(?<all>[0-9]+) of \k<all> tests pass\. All done\.", end);
        run.Type("\u0003");
        run.WaitForExit();
    }

    [Test]
    public void A_chapter_that_does_not_compile_has_its_row()
    {
        AtomicFile.WriteAllText(Answer, Solution + "class Broken { int x }");

        using var run = TerminalRun.Start(Paths, $"dotnet test tests/{Slug} {Arguments}", 120);
        var exitCode = run.WaitForExit();

        var text = string.Join('\n', run.Screen);
        Assert.That(exitCode, Is.EqualTo(1), text);
        Assert.That(
            text,
            Does.Match($"\n{Slug} +does not compile +.*Threads[.]cs[(][0-9]+,[0-9]+[)]: CS1002")
        );
        Assert.That(text, Does.Contain($"Next: {Slug} does not compile."));
    }
}
