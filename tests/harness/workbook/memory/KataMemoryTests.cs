using Katas.Harness.Workbook.Verdicts;

namespace Katas.Harness.Workbook.Memory;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class KataMemoryTests : IDisposable
{
    private readonly TemporaryWorkbook _workbook = new();
    private readonly List<string> _notices = [];

    private KataMemory Memory => new(_workbook.Paths, _notices.Add);

    private string File => _workbook.PathOf($".kata/chapters/{TemporaryWorkbook.Slug}.json");

    [Test]
    public void What_was_remembered_is_read_again()
    {
        Memory.Write(Sample());

        var read = Memory.ReadCurrent(TemporaryWorkbook.Slug);

        Assert.That(read, Is.Not.Null);
        Assert.That(read!.Tests, Is.EqualTo(Sample().Tests));
        Assert.That(read.IsDone("Boil"), Is.True);
        Assert.That(read.IsDone("Cook"), Is.False);
        Assert.That(_notices, Is.Empty);
    }

    [TestCase("exercises/01-bowls/Bowls.cs")]
    [TestCase("exercises/01-bowls/More.cs")]
    [TestCase("tests/01-bowls/BowlsTests.cs")]
    public void When_a_file_has_changed_nothing_current_is_remembered(string name)
    {
        Memory.Write(Sample());

        _workbook.Write(name, "class Changed;");

        Assert.That(Memory.ReadCurrent(TemporaryWorkbook.Slug), Is.Null);
        Assert.That(Memory.Read(TemporaryWorkbook.Slug), Is.Not.Null);
    }

    [Test]
    public void What_builds_leave_behind_changes_nothing()
    {
        Memory.Write(Sample());

        _workbook.Write("tests/01-bowls/obj/Generated.cs", "");
        _workbook.Write("exercises/01-bowls/.Bowls.cs.swp", "");

        Assert.That(Memory.ReadCurrent(TemporaryWorkbook.Slug), Is.Not.Null);
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{ "chapter": "01-bowls", "content": "x", "errors": [], "tests": [null] }""")]
    [TestCase(
        """{ "chapter": "01-bowls", "content": "x", "errors": [], "tests": [{ "test": { "fullName": 3 } }] }"""
    )]
    public void A_damaged_file_is_set_aside_and_said(string damaged)
    {
        _workbook.Write($".kata/chapters/{TemporaryWorkbook.Slug}.json", damaged);

        Assert.That(Memory.Read(TemporaryWorkbook.Slug), Is.Null);

        Assert.That(_notices, Has.Count.EqualTo(1).And.Some.Contains("damaged"));
        Assert.That(System.IO.File.Exists(File), Is.False);
        Assert.That(System.IO.File.ReadAllText(File + ".damaged"), Is.EqualTo(damaged));
        Memory.Write(Sample());
        Assert.That(Memory.ReadCurrent(TemporaryWorkbook.Slug), Is.Not.Null);
    }

    [Test]
    public void A_kata_whose_tests_cannot_run_here_is_not_done() =>
        Assert.That(
            (Sample() with { Tests = [Verdict("Boil", Outcome.Skipped)] }).IsDone("Boil"),
            Is.False
        );

    public void Dispose() => _workbook.Dispose();

    private ChapterMemory Sample() =>
        new(
            TemporaryWorkbook.Slug,
            ChapterContent.Fingerprint(_workbook.Paths, TemporaryWorkbook.Slug),
            DateTimeOffset.UnixEpoch,
            [],
            null,
            [Verdict("Boil", Outcome.Passed), Verdict("Cook", Outcome.TimeLimit)]
        );

    private static TestVerdict Verdict(string kata, Outcome outcome) =>
        new(
            new TestName($"Katas.{kata}Tests.Works", $"{kata}Tests", "Works", kata),
            outcome,
            "why"
        );
}
