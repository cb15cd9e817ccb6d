using Katas.Harness.Engine;
using Katas.Harness.Grading.Compiling;
using Katas.Harness.Grading.Judging;
using Katas.Harness.Grading.Sandbox;
using Katas.Harness.Workbook;

namespace Katas.Harness.Grading.Coverage;

/// <summary>Measuring changes no verdict: no schedule, no message, and nothing for tests that read the compiled code.</summary>
[TestFixture]
public sealed class MeasuredRunTests
{
    private static readonly WorkbookPaths Paths = WorkbookPaths.Find();
    private readonly ChapterEngine _engine = new(Paths, new EngineOptions { SpareHosts = 0 });

    [OneTimeTearDown]
    public async Task Close() => await _engine.DisposeAsync();

    [TestCase("05-lost-orders")]
    [TestCase(
        "05-lost-orders",
        "AddWithoutLock",
        "TakeChecksThenActs",
        "MenuChecksThenPrints",
        "TallySharesItsTotal"
    )]
    [TestCase("04-please-stop", "plain-flag")]
    public async Task Verdicts_and_schedules_are_the_same(string slug, params string[] wrong)
    {
        await _engine.Prepare([slug]);
        var compiled = await _engine.Compile(slug, Sources(slug, wrong));
        Assert.That(compiled.Errors, Is.Empty);
        var tests = TestAssembly.Read(_engine.TestAssemblyOf(slug));
        var measured = new CoverageInstrumenter(
            tests.Katas,
            tests.Path.Replace(".Tests.dll", ".dll", StringComparison.Ordinal)
        ).Instrument(compiled, Sources(slug, wrong).Files)!;

        var plain = await Run(tests, compiled, null);
        var other = await Run(tests, measured.Compiled, measured.Map);

        Assert.That(plain.Hits, Is.Empty);
        Assert.That(other.Hits, Has.Count.EqualTo(other.Tests.Count));
        Assert.That(other.Failures.Any(), Is.EqualTo(wrong.Length > 0));
        Assert.That(other.Tests.Select(Known), Is.EqualTo(plain.Tests.Select(Known)));
    }

    private async Task<ChapterVerdicts> Run(
        TestAssembly tests,
        CompiledChapter compiled,
        CoverageMap? coverage
    )
    {
        var options = new GraderOptions();
        using var sandbox = SandboxChoice.Choose(options);
        var chapter = tests.IsExplored
            ? Exploration.Explorable(compiled, tests.Path).Copy!
            : compiled;
        return await new ChapterTests(Paths, _engine, sandbox, options).Run(
            tests.Chapter,
            new CompileReply(
                chapter.Name,
                chapter.Assembly.ToArray(),
                chapter.Symbols.ToArray(),
                [],
                [],
                coverage
            ),
            null,
            CancellationToken.None
        );
    }

    private static ChapterSources Sources(string slug, IEnumerable<string> wrong)
    {
        var sources = ChapterSources.Read(Path.Combine(Paths.Solutions, slug));
        foreach (var answer in wrong)
            sources = sources.Replace(
                SourceFile.Read(Path.Combine(Paths.Tests, slug, "wrong", $"{answer}.cs"))
            );
        return sources;
    }

    private static (string, object, string?, long) Known(Workbook.Verdicts.TestVerdict verdict) =>
        (verdict.Test.FullName, verdict.Outcome, verdict.Message, verdict.Schedules);
}
