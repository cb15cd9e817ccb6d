using Katas.Harness.Engine;
using Katas.Harness.Grading.Compiling;
using Katas.Harness.Grading.Sandbox;
using Katas.Harness.Workbook;

namespace Katas.Harness.Grading.Judging;

/// <summary>A solution is run once for all gradings of one workbook, and again when anything has changed.</summary>
[TestFixture]
public sealed class ReferenceMemoryTests
{
    private const string Slug = "03-first-thread";

    private static readonly Reference Seen = new(
        [new("A.B.C(1)", "B", "C", "K")],
        [new("K", [new("K.cs", 3, IsCovered: true)]) { Reference = new(1, 2) }],
        Problem: null
    );

    private string _folder = null!;

    [SetUp]
    public void Open() => _folder = Directory.CreateTempSubdirectory("katas-memory-").FullName;

    [TearDown]
    public void Close() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void What_is_kept_is_read_again()
    {
        Memory("one").Keep(Slug, Seen);

        var read = Memory("one").Read(Slug)!;

        Assert.That(read.Tests, Is.EqualTo(Seen.Tests));
        Assert.That(read.Coverage.Single().Lines, Is.EqualTo(Seen.Coverage.Single().Lines));
        Assert.That(read.Coverage.Single().Reference, Is.EqualTo(new CoveredLines(1, 2)));
        Assert.That(read.Problem, Is.Null);
    }

    [Test]
    public void Nothing_is_known_under_other_conditions()
    {
        Memory("one").Keep(Slug, Seen);

        Assert.That(Memory("two").Read(Slug), Is.Null, "another version of the workbook");
        Assert.That(Memory("one", "no walls").Read(Slug), Is.Null, "another isolation");
        Assert.That(Memory("one").Read("04-please-stop"), Is.Null, "another chapter");
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("{")]
    [TestCase("{}")]
    public void A_damaged_file_is_as_good_as_none(string text)
    {
        File.WriteAllText(Path.Combine(_folder, $"{Slug}.json"), text);

        Assert.That(Memory("one").Read(Slug), Is.Null);
    }

    [Test]
    public void A_place_that_cannot_be_written_costs_nothing()
    {
        var file = Path.Combine(_folder, "taken");
        File.WriteAllText(file, "");

        Assert.That(
            () => new ReferenceMemory(file, "one", "walls").Keep(Slug, Seen),
            Throws.Nothing
        );
    }

    [TestCase(Slug, 0)]
    [TestCase("14-many-shops", 1, Description = "The broker may have stopped since.")]
    public async Task A_remembered_solution_runs_only_where_the_machine_may_have_changed(
        string slug,
        int compiled
    )
    {
        var (paths, count) = (WorkbookPaths.Find(), 0);
        await using var engine = new ChapterEngine(paths, new EngineOptions { SpareHosts = 0 });
        using var sandbox = SandboxChoice.Choose(new GraderOptions());
        var memory = Memory("one");
        memory.Keep(slug, Seen);
        var store = new ReferenceStore(
            engine,
            _ =>
            {
                count++;
                return Task.FromResult(CompileReply.Failed("no matter"));
            },
            new ChapterTests(paths, engine, sandbox, new GraderOptions()),
            new(() => memory)
        );

        var reference = await store.Find(slug, CancellationToken.None);

        Assert.That(count, Is.EqualTo(compiled));
        Assert.That(reference.Problem, compiled == 0 ? Is.Null : Does.Contain("no matter"));
    }

    private ReferenceMemory Memory(string workbook, string isolation = "walls") =>
        new(_folder, workbook, isolation);
}
