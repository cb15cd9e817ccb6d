using Katas.Harness.Fixtures;

namespace Katas.Harness.Engine.Mutants;

/// <summary>A session on the fixture chapter, in which nobody calls <c>Bowl.Do</c>.</summary>
[TestFixture]
public sealed class MutationSessionTests
{
    private static readonly EngineOptions Options = new() { SpareHosts = 0 };

    private FixtureWorkbook _workbook = null!;
    private ChapterEngine _engine = null!;

    private string Keep => Path.Combine(_workbook.Root, "kept");

    private string ListFile =>
        Path.Combine(_workbook.Paths.Tests, FixtureWorkbook.Slug, MutantList.FileName);

    [SetUp]
    public void Open()
    {
        _workbook = Bowls.Workbook();
        _engine = new ChapterEngine(_workbook.Paths, Options);
    }

    [TearDown]
    public async Task Close()
    {
        await _engine.DisposeAsync();
        _workbook.Dispose();
    }

    [Test]
    public async Task Mutants_are_killed_or_survive_or_do_not_count()
    {
        var report = await RunAll();

        Assert.That(
            report.Surviving.Select(mutant => mutant.Id.ToString()),
            Is.EqualTo(new[] { Id("constant-changed", report), Id("statement-removed", report) })
        );
        Assert.That(report.Killed, Is.EqualTo(3), "Cook, Serve and Taste return nothing.");
        Assert.That(report.SameCode, Is.EqualTo(1), "Do returns the default anyway.");
        Assert.That(
            (report.Mutants, report.Errors, report.IsFine),
            Is.EqualTo((5, Array.Empty<string>(), false))
        );
    }

    [Test]
    public async Task A_survivor_with_a_reason_is_fine()
    {
        var bare = await RunAll();
        WriteList(bare.Surviving.Select(mutant => $"{mutant.Id} not-yet-caught: nobody calls Do"));

        var report = await RunAll();

        Assert.That(
            (report.NotYetCaught, report.Equivalent, report.IsFine),
            Is.EqualTo((2, 0, true))
        );
    }

    [Test]
    public async Task More_than_one_equivalent_in_ten_are_too_many()
    {
        var bare = await RunAll();
        WriteList(bare.Surviving.Select(mutant => $"{mutant.Id} same-behaviour: nobody calls Do"));

        var report = await RunAll();

        Assert.That(report.Errors.Single(), Does.Contain("2 of 5 mutants"));
    }

    [Test]
    public async Task A_reason_for_a_mutant_that_is_killed_or_gone_is_an_error()
    {
        var session = await OpenSession(null);
        await session.DisposeAsync();
        var killed = session.Mutants.First(mutant => mutant.Id.Member == "Bowl.Cook");
        var twin = session.Mutants.First(mutant =>
            mutant.Id is { Member: "Bowl.Do", Operator: "default-returned" }
        );
        WriteList([
            $"{killed.Id} needs-luck: x",
            $"{twin.Id} needs-luck: x",
            "lock-removed Bowl.Cook 12345678 needs-luck: x",
        ]);

        var report = await RunAll();

        Assert.That(
            report.Errors,
            Is.EqualTo(
                new[]
                {
                    $"mutants.txt:1: '{killed.Id}' is killed by Cook_takes_its_minutes (Failed). Remove the line.",
                    $"mutants.txt:2: '{twin.Id}' is the same code as another. Remove the line.",
                    "mutants.txt:3: 'lock-removed Bowl.Cook 12345678' is no mutant of the reference answer any more. Remove the line.",
                }
            )
        );
    }

    [Test]
    public async Task What_is_known_is_not_run_again_until_something_changes()
    {
        var stopped = await OpenSession(Keep);
        await using (stopped)
        {
            var todo = stopped.Compile(stopped.Mutants);
            await stopped.Measure();
            await stopped.Judge(todo[0]);
        }

        var resumed = await OpenSession(Keep);
        await resumed.DisposeAsync();
        _workbook.Write(
            $"solutions/{FixtureWorkbook.Slug}/Bowl.cs",
            Bowls.Source(cook: "(minutes)")
        );
        var changed = await OpenSession(Keep);
        await changed.DisposeAsync();

        Assert.That(resumed.Compile(resumed.Mutants), Has.Count.EqualTo(4));
        Assert.That(changed.Compile(changed.Mutants), Has.Count.EqualTo(5));
    }

    [Test]
    public async Task A_file_that_was_cut_off_counts_for_nothing()
    {
        Directory.CreateDirectory(Keep);
        await File.WriteAllTextAsync(
            Path.Combine(Keep, $"{FixtureWorkbook.Slug}.json"),
            "{ \"Fing"
        );

        var session = await OpenSession(Keep);
        await session.DisposeAsync();

        Assert.That(session.Compile(session.Mutants), Has.Count.EqualTo(5));
    }

    [Test]
    public async Task A_reference_answer_that_fails_itself_has_no_mutants()
    {
        _workbook.Write(
            $"solutions/{FixtureWorkbook.Slug}/Bowl.cs",
            Bowls.Source(cook: "minutes + 1")
        );
        var session = await OpenSession(null);
        await using (session)
        {
            var exception = await Assert.ThrowsAsync<MutationException>(() => session.Measure());

            Assert.That(
                exception!.Message,
                Does.Contain("01-bowls fails itself: Cook_takes_its_minutes")
            );
        }
    }

    private static string Id(string change, MutationReport report) =>
        report
            .Surviving.Select(mutant => mutant.Id)
            .Single(id => id.Operator == change && id.Member == "Bowl.Do")
            .ToString();

    private void WriteList(IEnumerable<string> lines) => File.WriteAllLines(ListFile, lines);

    private Task<MutationSession> OpenSession(string? keep) =>
        MutationSession.Open(_workbook.Paths, FixtureWorkbook.Slug, _engine, Options, keep);

    private async Task<MutationReport> RunAll()
    {
        var session = await OpenSession(null);
        await using (session)
        {
            var todo = session.Compile(session.Mutants);
            await session.Measure();
            foreach (var mutant in todo)
                await session.Judge(mutant);
            return session.Report(session.Mutants);
        }
    }
}
