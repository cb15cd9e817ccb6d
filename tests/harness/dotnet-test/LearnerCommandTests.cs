using Katas.Harness.Fixtures;
using Katas.Harness.Workbook;

namespace Katas.Harness.DotnetTest;

/// <summary>
/// The learner's commands of the README on one chapter, in a terminal. Every combination of width, characters and colour takes a minute more:
/// <c>KATAS_TERMINALS=all dotnet test tests/harness/dotnet-test --filter FullyQualifiedName~LearnerCommand</c>.
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
        using var run = Start(
            $"dotnet test tests/{Slug}",
            columns,
            ("LC_ALL", locale),
            ("NO_COLOR", noColor)
        );
        var exitCode = run.WaitForExit();

        var text = run.Text;
        var isUtf8 = locale != "C";
        Assert.That(exitCode, Is.EqualTo(1), text);
        Assert.That(
            text,
            Does.Match(isUtf8 ? $"{Slug} +█+░+ +[0-9]+/[0-9]+" : $"{Slug} +#+[.]+ +[0-9]+/[0-9]+")
        );
        // In a narrow terminal the place has a line of its own.
        Assert.That(
            text,
            Does.Match(
                $"\n  4 RunAndReturn +[0-9]+/[0-9]+{(columns == 80 ? "\n" : "")}  .+Threads.cs:[0-9]+\n"
            )
        );
        Assert.That(
            text,
            Does.Match($"\n{(isUtf8 ? "✗" : "x")} RunAndReturn:(?: |\n  )RunAndReturn_\\w+\\s")
        );
        Assert.That(text, Does.Contain("\n  Expected: "));
        Assert.That(text, Does.Contain($"Next: kata 4 of exercises/{Slug}/README.md"));
        Assert.That(text.TrimEnd(), Does.EndWith($"{Slug}.md"));
        Assert.That(text, Does.Not.Contain("->"));
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
        using var run = Start($"dotnet watch test --project tests/{Slug}", 80);

        run.WaitFor($"✗ RunAndReturn:(?s:.*){Slug}[.]md(?s:.*)Waiting for a file to change");
        AtomicFile.WriteAllText(Answer, Solution);
        run.WaitFor(@"(?<all>[0-9]+) of \k<all> tests pass\. All done\.");
        // How it ends is its own affair: it may wait for servers.
    }

    [Test]
    public void A_chapter_that_does_not_compile_has_its_row()
    {
        AtomicFile.WriteAllText(Answer, Solution + "class Broken { int x }");

        using var run = Start($"dotnet test tests/{Slug}", 120);
        var exitCode = run.WaitForExit();

        Assert.That(exitCode, Is.EqualTo(1), run.Text);
        Assert.That(
            run.Text,
            Does.Match($"\n{Slug} +does not compile +.*Threads[.]cs[(][0-9]+,[0-9]+[)]: CS1002")
        );
        Assert.That(run.Text, Does.Contain($"Next: {Slug} does not compile."));
    }

    private static TerminalRun Start(
        string command,
        int columns,
        params IEnumerable<(string Name, string Value)> variables
    ) =>
        TerminalRun.Start(
            Paths.Root,
            $"exec {command} '--property:Against={Folder}' -c {Accidents.Configuration} --results-directory '{Path.Combine(Folder, "results")}'",
            columns,
            variables
        );
}
