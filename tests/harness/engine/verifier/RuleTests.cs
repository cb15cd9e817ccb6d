using Katas.Harness.Cli.Scaffolding;
using Katas.Harness.Fixtures;

namespace Katas.Harness.Engine.Verifier;

/// <summary>
/// Each rule, on a scaffolded chapter: it accepts the chapter as it is, and rejects it with one thing changed. A file is changed, verified
/// and changed back.
/// </summary>
[TestFixture]
public sealed class RuleTests
{
    private const string Slug = FixtureWorkbook.Slug;
    private const string Exercise = $"exercises/{Slug}/Kitchen.cs";
    private const string Solution = $"solutions/{Slug}/Kitchen.cs";
    private const string Lesson = $"exercises/{Slug}/README.md";
    private const string Hints = $"exercises/{Slug}/hints.md";
    private const string WrongFile = "wrong/LastBowlForgotten.cs";
    private const string RightFile = "right/LastBowlFirst.cs";
    private const string Wrong = $"tests/{Slug}/{WrongFile}";
    private const string Right = $"tests/{Slug}/{RightFile}";

    private FixtureWorkbook _workbook = null!;
    private ChapterEngine _engine = null!;
    private ChapterVerifier _verifier = null!;

    [OneTimeSetUp]
    public void Open()
    {
        _workbook = new FixtureWorkbook(isEmpty: true);
        var paths = _workbook.Paths;
        ChapterFiles.Write(paths, NewChapter.Plan(paths, Slug, "Bowls"));
        _workbook.Build();
        _engine = new ChapterEngine(paths);
        _verifier = new ChapterVerifier(paths, _engine);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _engine.DisposeAsync();
        _workbook.Dispose();
    }

    [Test]
    public async Task A_scaffolded_chapter_has_nothing_wrong()
    {
        var cases = _verifier.Cases();

        Assert.That(
            cases.Select(subject => subject.Subject),
            Is.SupersetOf(new[] { "stubs", "solution", WrongFile, RightFile, "folders" })
        );
        foreach (var subject in cases)
        {
            var findings = await _verifier.Check(subject);
            Assert.That(findings.Complaints, Is.Empty, subject.ToString());
            Assert.That(findings.Skipped, Is.Null, subject.ToString());
        }
    }

    // A wrong answer that is none, that fails too much, or that nobody would understand.
    [TestCase(WrongFile, Wrong, "bowls - 1", "bowls", "should fail, but it passes")]
    [TestCase(
        WrongFile,
        Wrong,
        "        ArgumentOut",
        "//",
        "negative_number_of_bowls should pass, but it fails"
    )]
    [TestCase(WrongFile, Wrong, "\"exactly once\"", "\"thrice\"", "No failure says \"thrice\"")]
    [TestCase(
        WrongFile,
        Wrong,
        "fails: Cook",
        "fails: Eat",
        "There is no test 'EatAll_cooks_every_bowl_once'"
    )]
    [TestCase(
        WrongFile,
        Wrong,
        "// wrong:",
        "// note:",
        "does not begin with a line '// wrong: …'"
    )]
    [TestCase(WrongFile, Wrong, "// fails:", "// fail:", "needs a line '// fails: …'")]
    [TestCase(WrongFile, Wrong, "// says:", "// say:", "needs a line '// fails: …'")]
    [TestCase(WrongFile, Wrong, "cook(bowl);", "cook(bowl)", "CS1002")]
    [TestCase(WrongFile, Wrong, "class Kitchen", "class Cellar", "declares no type of the chapter")]
    [TestCase(WrongFile, Wrong, "cook(bowl);", "Environment.Exit(3);", "No failure says")]
    // A right answer that is wrong, at once or only in a later run.
    [TestCase(RightFile, Right, "--bowls", "bowls--", "should pass, but in run 1")]
    [TestCase(
        RightFile,
        Right,
        "while (bowls > 0)",
        "var data = AppDomain.CurrentDomain; var runs = data.GetData(\"runs\") as int? ?? 0; data.SetData(\"runs\", runs + 1); while (bowls > (runs < 2 ? 0 : 1))",
        "should pass, but in run 3"
    )]
    [TestCase(RightFile, Right, "// right:", "//", "does not begin with a line '// right: …'")]
    // Stubs.
    [TestCase("stubs", Exercise, "// TODO: cook", "// cook", "has 0 lines '// TODO: …'")]
    [TestCase(
        "stubs",
        Exercise,
        "        throw",
        "        // TODO: again\n        throw",
        "has 2 lines '// TODO: …'"
    )]
    [TestCase("stubs", Exercise, "    /// ", "    // ", "has no documentation comment")]
    [TestCase("stubs", Exercise, "throw new NotImplementedException();", "", "has no stub")]
    [TestCase(
        "stubs",
        Exercise,
        "        throw",
        "        ArgumentOutOfRangeException.ThrowIfNegative(bowls);\n        throw",
        "CookAll_refuses_a_negative_number_of_bowls passes on the stubs"
    )]
    [TestCase("stubs", Exercise, "throw new", "throw", "CS")]
    // Solution.
    [TestCase(
        "solution",
        Solution,
        "bowl < bowls",
        "bowl <= bowls",
        "CookAll_cooks_every_bowl_once should pass"
    )]
    [TestCase("solution", Solution, "for (var", "int idle = 1; for (var", "CS0219")]
    // Public members.
    [TestCase(
        "public members",
        Exercise,
        "int bowls,",
        "long bowls,",
        "The exercise has the public member"
    )]
    [TestCase(
        "public members",
        Exercise,
        "Action<int> cook)",
        "Action<int> cook = null!)",
        "The exercise says"
    )]
    [TestCase(
        "public members",
        Exercise,
        "Cooks so many bowls",
        "Cooks bowls",
        "The documentation of"
    )]
    [TestCase(
        "public members",
        Solution,
        "static class Kitchen\n{",
        "static class Kitchen\n{ public const int Pots = 4;",
        "public const int Katas.Bowls.Kitchen.Pots = 4"
    )]
    // Lesson and hints.
    [TestCase(
        "lesson",
        Lesson,
        "Time: 10 minutes.",
        "Time: soon.",
        "must begin with '# Title' and then a line"
    )]
    [TestCase(
        "lesson",
        Lesson,
        "Time: 10 minutes.",
        "Time: 15 minutes.",
        "by the rule it takes 10"
    )]
    [TestCase("lesson", Lesson, "Before this: nothing.", "Before this: 99-later.", "99-later")]
    [TestCase("lesson", Lesson, "# Bowls", "Bowls", "must begin with '# Title' and then a line")]
    [TestCase(
        "lesson",
        Lesson,
        "## Kata 1: CookAll",
        "## Kata 1: Cook",
        "should have the headings '## Kata 1: CookAll'"
    )]
    [TestCase(
        "lesson",
        Lesson,
        "## In the wild",
        "## Elsewhere",
        "has no section '## In the wild'"
    )]
    [TestCase("hints", Hints, "## CookAll", "## Cook", "should have the headings '## CookAll'")]
    [TestCase("hints", Hints, "<summary>Idea<", "<summary>Thought<", "the three layers")]
    [TestCase("hints", Hints, "The idea, in words.", "", "has an empty Idea for CookAll")]
    // Snippets.
    [TestCase(
        "snippets",
        Lesson,
        "bowl => Console",
        "bowl -> Console",
        "README.md:12: the snippet does not compile: CS"
    )]
    [TestCase("snippets", Lesson, "CookAll(3,", "CookAll(pots,", "CS0103")]
    [TestCase(
        "snippets",
        Hints,
        "```text",
        "```csharp",
        "hints.md:23: the snippet does not compile"
    )]
    // Files.
    [TestCase("files", $"exercises/{Slug}/notes.txt", "", "x", "notes.txt does not belong there")]
    [TestCase(
        "files",
        $"tests/{Slug}/CookAllTests.A.received.txt",
        "",
        "x",
        "received.txt does not belong there"
    )]
    [TestCase(
        "files",
        $"tests/{Slug}/GoneTests.A.verified.txt",
        "",
        "x",
        "a test class that is not there"
    )]
    [TestCase("files", $"exercises/{Slug}/Extra.cs", "", "// x", "Extra.cs has no counterpart")]
    [TestCase(
        "folders",
        $"solutions/98-alone/Alone.cs",
        "",
        "// x",
        "solutions/98-alone belongs to no chapter"
    )]
    [TestCase("folders", $"exercises/01-other/Other.cs", "", "// x", "have the same number")]
    public async Task A_rule_sees_what_is_wrong(
        string subject,
        string file,
        string old,
        string changed,
        string words
    )
    {
        var path = Path.Combine(_workbook.Root, file);
        var before = File.Exists(path) ? await File.ReadAllTextAsync(path) : null;
        Assert.That(before is null || before.Contains(old), "The text to change is not there.");
        _workbook.Write(
            file,
            before is null ? changed : before.Replace(old, changed, StringComparison.Ordinal)
        );

        try
        {
            var slug = subject == "folders" ? ChapterVerifier.Rooms : Slug;
            var findings = await _verifier.Check(new VerifierCase(slug, subject));

            Assert.That(string.Join('\n', findings.Complaints), Does.Contain(words));
        }
        finally
        {
            if (before is not null)
                _workbook.Write(file, before);
            else
                Remove(path);
        }
    }

    [Test]
    public async Task A_test_that_a_race_decides_may_fail()
    {
        var path = Path.Combine(_workbook.Root, Wrong);
        var before = await File.ReadAllTextAsync(path);
        _workbook.Write(
            Wrong,
            before
                .Replace(
                    "// says:",
                    "// may fail: CookAll_refuses_a_negative_number_of_bowls\n// says:",
                    StringComparison.Ordinal
                )
                .Replace("        ArgumentOut", "//", StringComparison.Ordinal)
        );

        var findings = await _verifier.Check(new VerifierCase(Slug, WrongFile));
        _workbook.Write(Wrong, before);

        Assert.That(findings.Complaints, Is.Empty);
    }

    [Test]
    public async Task A_snippet_may_stand_on_what_is_given()
    {
        var path = Path.Combine(_workbook.Root, Lesson);
        var before = await File.ReadAllTextAsync(path);
        _workbook.Write(
            Lesson,
            before
                .Replace(
                    "```csharp",
                    "<!-- given: using static System.Console; var pots = 3; -->\n```csharp",
                    StringComparison.Ordinal
                )
                .Replace("CookAll(3,", "CookAll(pots,", StringComparison.Ordinal)
                .Replace("Console.WriteLine", "WriteLine", StringComparison.Ordinal)
        );

        var findings = await _verifier.Check(new VerifierCase(Slug, "snippets"));
        _workbook.Write(Lesson, before);

        Assert.That(findings.Complaints, Is.Empty);
    }

    [Test]
    public async Task A_lesson_is_no_longer_than_ten_minutes()
    {
        var path = Path.Combine(_workbook.Root, Lesson);
        var before = await File.ReadAllTextAsync(path);
        _workbook.Write(Lesson, before + string.Concat(Enumerable.Repeat("ramen ", 2200)));

        var findings = await _verifier.Check(new VerifierCase(Slug, "lesson"));
        _workbook.Write(Lesson, before);

        Assert.That(findings.Complaints.Single(), Does.Contain("ten minutes"));
    }

    private static void Remove(string path)
    {
        File.Delete(path);
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
    }
}
