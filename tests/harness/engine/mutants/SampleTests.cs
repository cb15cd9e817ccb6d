using System.Globalization;
using System.Reflection;
using Katas.Harness.Pools.Broker;
using Katas.Harness.Workbook;

namespace Katas.Harness.Engine.Mutants;

/// <summary>
/// A sample of the mutants, as small as CI has time for, and all lists. The whole is <c>kata mutate</c>. What is not caught yet may be caught,
/// or gone, one day: that is for the whole to say.
/// </summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class SampleTests
{
    private const int Size = 30;

    private static readonly WorkbookPaths Paths = WorkbookPaths.Find();

    private static readonly EngineOptions Options = new()
    {
        Configuration = typeof(SampleTests)
            .Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!
            .Configuration,
        SpareHosts = 0,
        Notice = TestContext.Progress.WriteLine,
        Provide = BrokerProvider.Provide,
    };

    private ChapterEngine _engine = null!;
    private ILookup<string, Mutant> _sample = null!;
    private Dictionary<string, MutationSession> _sessions = null!;

    /// <summary>The chapters that have been gone through: each has a list, be it an empty one.</summary>
    private static IEnumerable<string> Slugs =>
        Paths
            .Slugs()
            .Where(slug => File.Exists(Path.Combine(Paths.Tests, slug, MutantList.FileName)));

    [OneTimeSetUp]
    public async Task Open()
    {
        _engine = new ChapterEngine(Paths, Options);
        await _engine.Prepare(Slugs);
        _sessions = [];
        foreach (var slug in Slugs)
            _sessions[slug] = await MutationSession.Open(Paths, slug, _engine, Options, null);
        _sample = MutantSample
            .Draw(
                _sessions.SelectMany(session =>
                    session.Value.Mutants.Select(mutant => (session.Key, Mutant: mutant))
                ),
                Size,
                drawn => drawn.Mutant.Id
            )
            .ToLookup(drawn => drawn.Key, drawn => drawn.Mutant);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        foreach (var session in _sessions.Values)
            await session.DisposeAsync();
        await _engine.DisposeAsync();
    }

    [TestCaseSource(nameof(Slugs))]
    public async Task No_mutant_of_the_sample_survives_without_a_reason(string slug)
    {
        var session = _sessions[slug];
        var mutants = session.Compile(_sample[slug]);
        if (mutants.Count > 0)
            await session.Measure();
        if (session.Skipped is { } reason)
            Assert.Ignore(reason);
        foreach (var mutant in mutants)
            await session.Judge(mutant);

        var survivors = session
            .Report([.. _sample[slug]])
            .Surviving.Select(mutant =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"solutions/{slug}/{Path.GetFileName(mutant.File)}:{mutant.Line}: {mutant.Id}\n{string.Join('\n', mutant.Diff)}"
                )
            );
        Assert.That(
            survivors,
            Is.Empty,
            $"The tests of {slug} do not see a change of the reference answer. Strengthen them, or write down in tests/{slug}/mutants.txt why nobody can see it."
        );
    }

    [TestCaseSource(nameof(Slugs))]
    public void Each_mutant_that_may_survive_is_still_there(string slug)
    {
        var session = _sessions[slug];
        var there = session.Mutants.Select(mutant => mutant.Id).ToHashSet();

        Assert.That(session.List.Errors, Is.Empty);
        Assert.That(
            session
                .List.Entries.Where(entry =>
                    entry.Reason != MutantReason.NotYetCaught && !there.Contains(entry.Id)
                )
                .Select(entry => $"line {entry.Line}: {entry.Id}"),
            Is.Empty,
            $"Remove these lines of tests/{slug}/mutants.txt: the reference answer has no such mutant any more."
        );
    }
}
