using System.Reflection;
using Katas.Harness.Pools.Broker;
using Katas.Harness.Workbook;

// Three for each core of a small machine: wrong answers often wait for what never comes.
[assembly: LevelOfParallelism(6)]
[assembly: Parallelizable(ParallelScope.Fixtures)]

namespace Katas.Harness.Engine.Verifier;

/// <summary>Verifies the chapters of this workbook: one row for each wrong answer, each right answer and each rule.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class ChapterTests
{
    private static readonly WorkbookPaths Paths = WorkbookPaths.Find();

    private ChapterEngine _engine = null!;
    private ChapterVerifier _verifier = null!;

    private static IEnumerable<TestCaseData> Cases
    {
        get
        {
            var last = Paths.Slugs()[^1];
            return new ChapterVerifier(Paths, null!)
                .Cases()
                .OrderBy(subject => subject.Slug, StringComparer.Ordinal)
                .GroupBy(subject => subject.Slug == last)
                .SelectMany(Spread)
                .OrderBy(spread => spread.Place)
                .Select(spread =>
                    new TestCaseData(spread.Subject).SetArgDisplayNames(
                        spread.Subject.Slug,
                        spread.Subject.Subject
                    )
                );
        }
    }

    [OneTimeSetUp]
    public async Task Open()
    {
        _engine = new ChapterEngine(
            Paths,
            new EngineOptions
            {
                Configuration = typeof(ChapterTests)
                    .Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!
                    .Configuration,
                HangBudget = ChapterVerifier.HangBudget,
                SpareHosts = Environment.ProcessorCount,
                Notice = TestContext.Progress.WriteLine,
                Provide = BrokerProvider.Provide,
            }
        );
        _verifier = new ChapterVerifier(Paths, _engine);
        try
        {
            await _engine.Prepare(Paths.Slugs());
        }
        catch (ChapterBuildException)
        {
            // The rows of the chapter that does not build say so; the others go on.
        }
    }

    [OneTimeTearDown]
    public async Task Close() => await _engine.DisposeAsync();

    /// <summary>
    /// Places between 0 and 1: the last chapter waits most, for its broker, so it is spread among the others. Those that compute most come late,
    /// when the tests of other rooms, which run beside these, are over.
    /// </summary>
    private static IEnumerable<(VerifierCase Subject, double Place)> Spread(
        IEnumerable<VerifierCase> subjects
    )
    {
        var all = subjects.ToList();
        return all.Select((subject, i) => (subject, (i + 0.5) / all.Count));
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Verified(VerifierCase subject)
    {
        var findings = await _verifier.Check(subject);

        if (findings.Skipped is { } reason)
            Assert.Ignore(reason);
        Assert.That(
            findings.Complaints,
            Is.Empty,
            string.Join(Environment.NewLine, findings.Complaints)
        );
    }
}
