using Katas.Harness.DotnetTest.TestLogger;
using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.DotnetTest;

public class ChapterRunTests
{
    private const string Path = "/a.dll";

    private static readonly TestAssembly Assembly = new(Path, "01-a", "/a", null, [], false, []);

    private static readonly JournalEntry Begin = new(
        JournalEvent.Begin,
        Path,
        Tests: [.. new[] { "A.One", "A.Two", "B.Three" }.Select(Name)]
    );

    private static readonly JournalEntry[] OneOfThree =
    [
        Begin,
        new(JournalEvent.Start, "A.One"),
        new(JournalEvent.End, "A.One"),
    ];

    [TestCase(3, "", false, "exit code 3")]
    [TestCase(null, "Stack overflow.", false, "Stack overflow")]
    [TestCase(null, "", true, "Time limit")]
    [TestCase(null, "", false, "Crash")]
    public void The_test_that_was_running_is_at_fault_and_the_rest_runs_on(
        int? exitCode,
        string errors,
        bool wasSilent,
        string says
    )
    {
        var chapter = NewRun();
        JournalEntry[] exit = exitCode is null
            ? []
            : [new(JournalEvent.Exit, "A.Two", ExitCode: exitCode)];

        var rest = chapter.Add(
            Call([.. OneOfThree, new(JournalEvent.Start, "A.Two"), .. exit], errors, wasSilent),
            isAlone: true
        );

        Assert.That(
            chapter.Verdicts.Select(verdict => verdict.Test.Method),
            Is.EqualTo(["One", "Two"])
        );
        Assert.That(chapter.Verdicts[1].Message, Does.Contain(says));
        Assert.That(rest, Is.True);
        Assert.That(
            chapter.Filter,
            Is.EqualTo("FullyQualifiedName!=A.One&FullyQualifiedName!=A.Two")
        );
    }

    [Test]
    public void A_test_that_is_lost_although_it_should_not_run_again_ends_the_chapter()
    {
        var chapter = NewRun();
        JournalEntry[] lost = [Begin, new(JournalEvent.Start, "A.One")];
        chapter.Add(Call(lost), isAlone: true);

        var rest = chapter.Add(Call(lost), isAlone: true);

        Assert.That(rest, Is.False, "It would run, and be lost, endlessly.");
        Assert.That(chapter.Error, Is.Not.Null);
    }

    [Test]
    public void A_process_lost_between_two_tests_is_the_fault_of_the_one_before()
    {
        var chapter = NewRun();

        chapter.Add(Call(OneOfThree), isAlone: true);

        Assert.That(chapter.Verdicts.Single().Outcome, Is.EqualTo(Outcome.Crash));
        Assert.That(chapter.Verdicts.Single().Test.Method, Is.EqualTo("One"));
    }

    [Test]
    public void A_process_lost_before_its_first_test_is_the_fault_of_that_one()
    {
        var chapter = NewRun();

        chapter.Add(Call([Begin]), isAlone: true);

        Assert.That(chapter.Verdicts.Single().Test.Method, Is.EqualTo("One"));
    }

    [Test]
    public void Where_one_chapter_ends_vstest_itself_no_other_is_at_fault()
    {
        var chapter = NewRun();

        var rest = chapter.Add(
            Call([.. OneOfThree, new(JournalEvent.Start, "A.Two")]) with
            {
                ExitCode = 137,
            },
            isAlone: false
        );

        Assert.That(chapter.Verdicts.Single().Outcome, Is.EqualTo(Outcome.Passed));
        Assert.That(rest, Is.True);
        Assert.That(chapter.Filter, Is.EqualTo("FullyQualifiedName!=A.One"));
    }

    [Test]
    public void A_process_that_never_began_is_an_error_of_the_chapter()
    {
        var chapter = NewRun();

        var rest = chapter.Add(Call([]) with { Hosts = [] }, isAlone: true);

        Assert.That(rest, Is.False);
        Assert.That(chapter.Error!.What, Is.EqualTo("test process lost"));
    }

    [Test]
    public void A_process_that_came_to_its_end_has_nothing_left()
    {
        var chapter = NewRun();

        var rest = chapter.Add(Call([.. OneOfThree, new(JournalEvent.Done, Path)]), isAlone: true);

        Assert.That(rest, Is.False);
        Assert.That(chapter.HostFailed, Is.False);
    }

    [Test]
    public void Half_a_line_at_the_end_of_a_journal_is_passed_over()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "7.jsonl",
            """
            {"Event":"Begin","Subject":"/a.dll"}
            {"Event":"Start","Subject":"A.One"}
            {"Event":"En
            """
        );
        folder.Write("7.err", "Stack overflow.");

        var host = HostJournal.ReadAll(folder.Path).Single();

        Assert.That((host.ProcessId, host.Assembly), Is.EqualTo((7, Path)));
        Assert.That(host.Entries, Has.Count.EqualTo(2));
        Assert.That(host.Errors, Is.EqualTo("Stack overflow."));
    }

    private static ChapterRun NewRun() => new(Assembly, null, TimeSpan.FromSeconds(60));

    private static VSTestCall Call(
        IReadOnlyList<JournalEntry> entries,
        string errors = "",
        bool wasSilent = false
    ) =>
        new(
            wasSilent ? -1 : 1,
            [
                .. entries
                    .Where(entry => entry.Event == JournalEvent.End)
                    .Select(entry => new LoggedResult(Path, entry.Subject, "Passed", null)),
            ],
            [new HostJournal(7, entries, errors)],
            new HashSet<int>(),
            "",
            wasSilent
        );

    private static TestName Name(string fullName) =>
        new(fullName, fullName.Split('.')[0], fullName.Split('.')[1], null);
}
