using System.Collections.Concurrent;
using Katas.Harness.Engine.Impact;
using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Verdicts;
using Microsoft.CodeAnalysis;

namespace Katas.Harness.Engine.Mutants;

/// <summary>One chapter's mutants, and what its tests say of them. Safe to call from many threads.</summary>
public sealed class MutationSession : IAsyncDisposable
{
    /// <summary>What a test of a mutant may take, beside the slowest on the reference answer: what hangs costs this.</summary>
    private const double TimesTheSlowest = 4;
    private static readonly TimeSpan LeastLimit = TimeSpan.FromSeconds(2);

    /// <summary>The part of its budget that harness/testing gives the first test that hangs.</summary>
    private const double FirstHang = 0.4;

    private readonly ConcurrentDictionary<MutantId, MutantResult> _results = new();
    private readonly ConcurrentDictionary<MutantId, string> _codes = new();
    private readonly EngineOptions _options;
    private readonly WorkbookPaths _paths;
    private readonly Compilation _model;
    private readonly MutantStore? _store;
    private ChapterEngine? _engine;
    private TestImpact? _impact;

    private MutationSession(
        WorkbookPaths paths,
        EngineOptions options,
        string slug,
        Compilation model,
        MutantStore? store
    )
    {
        (_paths, _options, Slug, _model, _store) = (paths, options, slug, model, store);
        Mutants = MutantGenerator.Generate(
            model,
            ChapterSources.Read(Path.Combine(paths.Exercises, slug)),
            MutationOperators.All
        );
        List = MutantList.Read(Path.Combine(paths.Tests, slug));
        foreach (var mutant in Mutants)
        {
            if (store?.Find(mutant.Id) is { } kept)
                _results[mutant.Id] = kept;
        }
    }

    /// <summary>The chapter.</summary>
    public string Slug { get; }

    /// <summary>Every mutant that there could be, compiling or not.</summary>
    public IReadOnlyList<Mutant> Mutants { get; }

    /// <summary>Those that may survive.</summary>
    public MutantList List { get; }

    /// <summary>Why the chapter's tests do not run here, or <see langword="null"/>.</summary>
    public string? Skipped { get; private set; }

    /// <summary>Reads a chapter, and what an earlier session has kept of it.</summary>
    /// <param name="paths">The workbook.</param>
    /// <param name="slug">The chapter.</param>
    /// <param name="engine">Compiles.</param>
    /// <param name="options">How to run; time limits and when to stop are decided here.</param>
    /// <param name="keep">The folder in which results are kept, or <see langword="null"/> to keep none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <inheritdoc cref="ChapterEngine.Prepare" path="/exception"/>
    public static async Task<MutationSession> Open(
        WorkbookPaths paths,
        string slug,
        ChapterEngine engine,
        EngineOptions options,
        string? keep,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(engine);
        var solution = ChapterSources.Read(Path.Combine(paths.Solutions, slug));
        var model = await engine.Model(slug, solution, cancellationToken).ConfigureAwait(false);
        var store = keep is null
            ? null
            : MutantStore.Open(
                Path.Combine(keep, $"{slug}.json"),
                Fingerprint.Of(paths, slug, engine.TestAssemblyOf(slug))
            );
        return new(paths, options, slug, model, store);
    }

    /// <summary>Compiles mutants, and sorts out those that do not count.</summary>
    /// <param name="mutants">Some of <see cref="Mutants"/>; those that may survive are always among them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Those of them whose tests have not run yet.</returns>
    public IReadOnlyList<Mutant> Compile(
        IEnumerable<Mutant> mutants,
        CancellationToken cancellationToken = default
    )
    {
        var asked = mutants.Select(mutant => mutant.Id).ToHashSet();
        var listed = List.Entries.Select(entry => entry.Id).ToHashSet();
        Parallel.ForEach(
            Mutants.Where(mutant =>
                (asked.Contains(mutant.Id) || listed.Contains(mutant.Id))
                && !_results.ContainsKey(mutant.Id)
            ),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = Environment.ProcessorCount,
                CancellationToken = cancellationToken,
            },
            mutant =>
            {
                if (MutantCode.Hash(Changed(mutant), cancellationToken) is { } code)
                    _codes[mutant.Id] = code;
                else
                    Keep(mutant, new(MutantOutcome.NotCompiling, null));
            }
        );
        RemoveTwins(cancellationToken);
        return
        [
            .. Mutants.Where(mutant =>
                asked.Contains(mutant.Id) && !_results.ContainsKey(mutant.Id)
            ),
        ];
    }

    /// <summary>Runs the tests on the reference answer, to see that they pass and how long the slowest takes.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="MutationException">A test fails.</exception>
    public async Task Measure(CancellationToken cancellationToken = default)
    {
        if (_engine is not null)
            return;
        var slowest = _store?.SlowestTest ?? 0;
        if (slowest == 0)
        {
            slowest = await RunReference(cancellationToken).ConfigureAwait(false);
            if (_store is not null && Skipped is null)
                _store.SlowestTest = slowest;
        }
        var limit = TimeSpan.FromSeconds(slowest * TimesTheSlowest);
        if (limit < LeastLimit)
            limit = LeastLimit;
        _engine = new ChapterEngine(
            _paths,
            _options with
            {
                HangBudget = limit / FirstHang,
                SilenceLimit = limit + TimeSpan.FromSeconds(5),
                StopsAtFirstFailure = true,
            }
        );
        _impact = TestImpact.Read(
            _engine.TestAssemblyOf(Slug),
            ChapterEngine.Emit(_model, cancellationToken)
        );
    }

    /// <summary>Runs the tests on one mutant that compiles.</summary>
    /// <param name="mutant">One of those that <see cref="Compile"/> returned.</param>
    /// <param name="cancellationToken">Stops it, and kills what runs.</param>
    /// <remarks>
    /// A used process runs those tests that use what was changed, as long as one of them fails; a mutant that survives there, or that the list
    /// says to survive, is asked in a fresh one, with all tests, whose word counts.
    /// </remarks>
    public async Task Judge(Mutant mutant, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mutant);
        var engine =
            _engine ?? throw new InvalidOperationException("Measure comes before the first Judge.");
        var start = TimeProvider.System.GetTimestamp();
        var compiled = ChapterEngine.Emit(Changed(mutant), cancellationToken);
        var isListed = List.Entries.Any(entry => entry.Id == mutant.Id);
        var verdicts = isListed
            ? null
            : await Run(HostUse.Shared, _impact!.ClassesAffectedBy(compiled)).ConfigureAwait(false);
        if (verdicts is null || !verdicts.Failures.Any())
            verdicts = await Run(HostUse.Fresh, classes: null).ConfigureAwait(false);
        Keep(
            mutant,
            new(
                verdicts.Green ? MutantOutcome.Survived : MutantOutcome.Killed,
                _codes[mutant.Id],
                verdicts.Failures.FirstOrDefault() is { } failure
                    ? $"{failure.Test.Method} ({failure.Outcome})"
                    : verdicts.RunError?.ToString(),
                TimeProvider.System.GetElapsedTime(start).TotalSeconds
            )
        );

        Task<ChapterVerdicts> Run(HostUse use, IReadOnlyList<string>? classes) =>
            engine.Run(Slug, compiled, 1, use, classes, cancellationToken);
    }

    /// <summary>What came of the mutants so far.</summary>
    /// <param name="mutants">Those that were asked for; what holds of a whole chapter is checked when they are all.</param>
    public MutationReport Report(IReadOnlyCollection<Mutant> mutants) =>
        MutationReport.Of(this, mutants, _results);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_engine is not null)
            await _engine.DisposeAsync().ConfigureAwait(false);
    }

    private void RemoveTwins(CancellationToken cancellationToken)
    {
        var codes = new HashSet<string?>(StringComparer.Ordinal)
        {
            MutantCode.Hash(_model, cancellationToken),
        };
        foreach (var mutant in Mutants)
        {
            if (_results.TryGetValue(mutant.Id, out var result))
                codes.Add(result.Code);
            else if (_codes.TryGetValue(mutant.Id, out var code) && !codes.Add(code))
                Keep(mutant, new(MutantOutcome.SameCode, code));
        }
    }

    private async Task<double> RunReference(CancellationToken cancellationToken)
    {
        var engine = new ChapterEngine(_paths, _options);
        await using (engine.ConfigureAwait(false))
        {
            var verdicts = await engine
                .Run(
                    Slug,
                    ChapterEngine.Emit(_model, cancellationToken),
                    cancellationToken: cancellationToken
                )
                .ConfigureAwait(false);
            if (!verdicts.Green)
            {
                throw new MutationException(
                    $"The reference answer of {Slug} fails itself: {verdicts.RunError?.ToString() ?? string.Join("; ", verdicts.Failures.Select(failure => $"{failure.Test.Method}: {failure.Message}"))}. Mend it first: kata verify {Slug}."
                );
            }
            if (verdicts.Tests.All(test => test.Outcome == Outcome.Skipped))
            {
                Skipped =
                    (verdicts.Tests is [var first, ..] ? first.Message : null)
                    ?? "It has no tests.";
            }
            return verdicts.Tests.Select(test => test.Duration.TotalSeconds).DefaultIfEmpty().Max();
        }
    }

    private Compilation Changed(Mutant mutant) =>
        _model.ReplaceSyntaxTree(mutant.Original, mutant.Changed);

    private void Keep(Mutant mutant, MutantResult result)
    {
        _results[mutant.Id] = result;
        _store?.Keep(mutant.Id, result);
    }
}
