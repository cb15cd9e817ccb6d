using Katas.Harness.Engine;
using Katas.Harness.Pools.Broker;
using Katas.Harness.Workbook;

namespace Katas.Harness.Grading.Judging;

/// <summary>What honest submissions get, where hostile ones are judged.</summary>
[TestFixture]
public sealed class ChapterGraderTests
{
    private static readonly WorkbookPaths Paths = WorkbookPaths.Find();
    private readonly ChapterEngine _engine = new(
        Paths,
        new EngineOptions { SpareHosts = 0, Provide = BrokerProvider.Provide }
    );
    private ChapterGrader _grader = null!;
    private string _folder = null!;

    private static IEnumerable<string> Slugs { get; } = Paths.Slugs();

    [OneTimeSetUp]
    public void Open()
    {
        _grader = new(Paths, _engine, new GraderOptions());
        _folder = Directory.CreateTempSubdirectory("katas-honest-").FullName;
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _grader.DisposeAsync();
        await _engine.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [TestCaseSource(nameof(Slugs))]
    public async Task A_reference_answer_passes(string slug)
    {
        if (slug == "14-many-shops" && SharedBroker.Missing is { } advice)
            Assert.Ignore(advice);

        var grade = await _grader.Grade(slug, Path.Combine(Paths.Solutions, slug));

        Assert.That(grade.State, Is.EqualTo(ChapterState.Graded), string.Join('\n', grade.Notes));
        Assert.That(
            grade.Tests.Where(test => test.State != TestState.Passed),
            Is.Empty,
            "The first of two runs on the solution was green."
        );
        // Not how many were run: some wait for an error of the system, or for another thread.
        Assert.That(
            grade.Coverage!.Select(kata => (kata.Kata, kata.Lines.Count)),
            Is.EqualTo(grade.Coverage!.Select(kata => (kata.Kata, kata.Reference!.Lines)))
        );
        Assert.That(
            grade.Coverage!.Select(kata => kata.Kata),
            Is.EquivalentTo(grade.Tests.Select(test => test.Kata).Distinct())
        );
        Assert.That(grade.Reference!.Covered, Is.GreaterThan(0.9 * grade.Reference.Lines));
    }

    [Test]
    public async Task A_message_is_as_learners_see_it()
    {
        var folder = Submit("05-lost-orders", except: "OrderBook.cs");
        var wrong = Path.Combine(Paths.Tests, "05-lost-orders", "wrong", "AddWithoutLock.cs");
        File.Copy(wrong, Path.Combine(folder, "OrderBook.cs"));

        var grade = await _grader.Grade("05-lost-orders", folder);

        var messages = grade.Tests.Select(test => test.Message).OfType<string>().ToList();
        Assert.That(messages, Has.Some.Match("^schedule [0-9,]+ fails: "));
        Assert.That(messages, Has.None.Contain("Katas.Harness"));
    }

    [Test]
    public async Task What_is_not_allowed_can_be_run_all_the_same()
    {
        await using var grader = new ChapterGrader(
            Paths,
            _engine,
            new GraderOptions { RunsWhatIsNotAllowed = true }
        );
        var folder = Submit("03-first-thread");
        File.WriteAllText(
            Path.Combine(folder, "Look.cs"),
            "public static class Look { public static object At() => System.Reflection.Assembly.GetExecutingAssembly(); }"
        );

        var refused = await _grader.Grade("03-first-thread", folder);
        var flagged = await grader.Grade("03-first-thread", folder);

        Assert.That(refused.State, Is.EqualTo(ChapterState.NotAllowed));
        Assert.That(flagged.State, Is.EqualTo(ChapterState.Graded));
        Assert.That(flagged.Tests.Select(test => test.State), Has.All.EqualTo(TestState.Passed));
        Assert.That(flagged.Violations, Is.EqualTo(refused.Violations).And.Not.Empty);
    }

    [Test]
    public async Task Files_in_which_there_is_nothing_to_write_are_the_workbooks_own()
    {
        var folder = Submit("06-two-locks", except: "Account.cs");
        File.WriteAllText(
            Path.Combine(folder, "Chopstick.cs"),
            "namespace Katas.TwoLocks; public sealed class Chopstick;"
        );

        var grade = await _grader.Grade("06-two-locks", folder);

        Assert.That(grade.Tests.Select(test => test.State), Has.All.EqualTo(TestState.Passed));
        Assert.That(
            grade.Notes,
            Is.EqualTo([
                "Chopstick.cs was changed. There is nothing to write in it, and the workbook's own counts.",
            ])
        );
    }

    [Test]
    public async Task A_type_that_the_workbook_gives_may_stand_in_another_file()
    {
        var folder = Submit("01-ramen-shop", except: "Recipe.cs");
        var recipe = File.ReadAllLines(Path.Combine(Paths.Exercises, "01-ramen-shop", "Recipe.cs"));
        File.WriteAllLines(
            Path.Combine(folder, "More.cs"),
            recipe.Where(line => !line.Contains("///", StringComparison.Ordinal))
        );

        var grade = await _grader.Grade("01-ramen-shop", folder);

        Assert.That(grade.Tests.Select(test => test.State), Has.All.EqualTo(TestState.Passed));
        Assert.That(grade.Notes, Is.Empty);
    }

    /// <summary>A copy of the solution, or of all of it but one file.</summary>
    private string Submit(string slug, string? except = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, slug)).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(Paths.Solutions, slug), "*.cs"))
        {
            if (Path.GetFileName(file) != except)
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
        return folder;
    }
}
