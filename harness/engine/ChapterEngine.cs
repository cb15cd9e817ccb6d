using System.Collections.Concurrent;
using Katas.Harness.Engine.Host;
using Katas.Harness.Engine.Impact;
using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Verdicts;
using Microsoft.CodeAnalysis;

namespace Katas.Harness.Engine;

/// <summary>
/// Compiles a chapter's sources in memory, runs the chapter's tests on them in a process of their own, and returns a verdict for every
/// test, whatever the code does. For programs that ask often: verifiers, watchers, graders. Safe to call from many threads.
/// </summary>
/// <param name="paths">The workbook.</param>
/// <param name="options">How to build and run, or <see langword="null"/> for the defaults.</param>
public sealed class ChapterEngine(WorkbookPaths paths, EngineOptions? options = null)
    : IAsyncDisposable
{
    private const int Rehearsed = 3;
    private static readonly TimeSpan LongestRehearsed = TimeSpan.FromSeconds(0.25);

    private readonly EngineOptions _options = options ?? new();
    private readonly ChapterBuild _build = new(paths, options ?? new());
    private readonly HostPool _hosts = new(options ?? new());
    private readonly Needs _needs = new(options ?? new());
    private readonly ConcurrentDictionary<
        (string Path, DateTime Written),
        CompilerArguments
    > _arguments = new();

    private readonly ConcurrentDictionary<(string Path, DateTime Written), TestAssembly> _tests =
        new();

    /// <summary>Builds the tests of these chapters where they are missing or stale, all in one go, and readies a host.</summary>
    /// <param name="slugs">The chapters.</param>
    /// <param name="cancellationToken">Stops the build.</param>
    /// <exception cref="ChapterNotFoundException">There is no such chapter.</exception>
    /// <exception cref="ChapterBuildException">The tests, or the solution they are built against, do not compile.</exception>
    public async Task Prepare(
        IEnumerable<string> slugs,
        CancellationToken cancellationToken = default
    )
    {
        var chapters = slugs.Select(Find).ToList();
        _hosts.Fill();
        chapters.ForEach(RunFolder.Sweep);
        await Ensure(chapters, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Compiles a chapter.</summary>
    /// <param name="slug">The chapter whose references and options count.</param>
    /// <param name="sources">What to compile.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The assembly, or the errors.</returns>
    /// <inheritdoc cref="Prepare" path="/exception"/>
    public async Task<CompiledChapter> Compile(
        string slug,
        ChapterSources sources,
        CancellationToken cancellationToken = default
    )
    {
        var chapter = Find(slug);
        await Ensure([chapter], cancellationToken).ConfigureAwait(false);
        return await Task.Run(
                () => ChapterCompiler.Compile(sources, Arguments(chapter), cancellationToken),
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <summary>Reads a chapter as the compiler does, without making an assembly of it: for who asks about its types.</summary>
    /// <param name="slug">The chapter whose references and options count.</param>
    /// <param name="sources">What to read.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The compiler's model, with whatever errors there are.</returns>
    /// <inheritdoc cref="Prepare" path="/exception"/>
    public async Task<Compilation> Model(
        string slug,
        ChapterSources sources,
        CancellationToken cancellationToken = default
    )
    {
        var chapter = Find(slug);
        await Ensure([chapter], cancellationToken).ConfigureAwait(false);
        return ChapterCompiler.Model(sources, Arguments(chapter), cancellationToken);
    }

    /// <summary>Makes an assembly of what <see cref="Model"/> returned, perhaps with files exchanged.</summary>
    /// <param name="model">The compiler's model.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The assembly, or the errors.</returns>
    public static CompiledChapter Emit(
        Compilation model,
        CancellationToken cancellationToken = default
    ) => ChapterCompiler.Emit(model, cancellationToken);

    /// <summary>The file in which the build of a chapter's tests has left what its project told the compiler.</summary>
    /// <param name="slug">The chapter.</param>
    /// <exception cref="ChapterNotFoundException">There is no such chapter.</exception>
    public string CompilerArgumentsOf(string slug) => Find(slug).CompilerArguments;

    /// <summary>Where a chapter's test assembly is, once it is built.</summary>
    /// <param name="slug">The chapter.</param>
    /// <exception cref="ChapterNotFoundException">There is no such chapter.</exception>
    public string TestAssemblyOf(string slug) => Find(slug).TestAssembly;

    /// <summary>What a chapter's tests need beside the SDK, for example <c>broker</c>, once they are built.</summary>
    /// <param name="slug">The chapter.</param>
    /// <exception cref="ChapterNotFoundException">There is no such chapter.</exception>
    public IReadOnlyList<string> NeedsOf(string slug) => Tests(TestAssemblyOf(slug)).Needs;

    /// <summary>Compiles a chapter and lays it beside its tests, for a program that runs them in its own way.</summary>
    /// <param name="slug">The chapter.</param>
    /// <param name="folder">Where its <c>*.cs</c> are.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The folder to run from, or the errors; dispose it when the run is over.</returns>
    /// <inheritdoc cref="Prepare" path="/exception"/>
    public async Task<StagedChapter> Stage(
        string slug,
        string folder,
        CancellationToken cancellationToken = default
    )
    {
        var compiled = await Compile(slug, ChapterSources.Read(folder), cancellationToken)
            .ConfigureAwait(false);
        return new(
            compiled.Errors,
            compiled.Errors.Count == 0
                ? RunFolder.Create(Find(slug), compiled, Tests(Find(slug).TestAssembly).IsExplored)
                : null
        );
    }

    /// <summary>Runs a chapter's tests on the sources in a folder.</summary>
    /// <param name="slug">The chapter.</param>
    /// <param name="folder">Where its <c>*.cs</c> are, for example a submission's <c>03-first-thread</c>.</param>
    /// <param name="cancellationToken">Stops it, and kills what runs.</param>
    /// <inheritdoc cref="Run(string, ChapterSources, int, HostUse, CancellationToken)" path="/returns"/>
    /// <inheritdoc cref="Run(string, ChapterSources, int, HostUse, CancellationToken)" path="/exception"/>
    public Task<ChapterVerdicts> Run(
        string slug,
        string folder,
        CancellationToken cancellationToken = default
    ) => Run(slug, ChapterSources.Read(folder), cancellationToken: cancellationToken);

    /// <summary>Runs a chapter's tests on given sources.</summary>
    /// <param name="slug">The chapter.</param>
    /// <param name="sources">What to compile and test.</param>
    /// <param name="runs">How often to run the tests in one host; a run in which a test fails is the last.</param>
    /// <param name="use">In what host.</param>
    /// <param name="cancellationToken">Stops it, and kills what runs.</param>
    /// <returns>A verdict for every test, or the compiler's errors.</returns>
    /// <inheritdoc cref="Prepare" path="/exception"/>
    public async Task<ChapterVerdicts> Run(
        string slug,
        ChapterSources sources,
        int runs = 1,
        HostUse use = HostUse.Fresh,
        CancellationToken cancellationToken = default
    )
    {
        _hosts.Fill();
        var compiled = await Compile(slug, sources, cancellationToken).ConfigureAwait(false);
        if (compiled.Errors.Count > 0)
            return new(slug, compiled.Errors, [], 0);
        return await Run(slug, compiled, runs, use, cancellationToken: cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Runs a chapter's tests on an assembly that is compiled already.</summary>
    /// <param name="slug">The chapter.</param>
    /// <param name="compiled">What <see cref="Compile"/> returned, without errors.</param>
    /// <param name="runs">How often to run the tests in one host; a run in which a test fails is the last.</param>
    /// <param name="use">In what host.</param>
    /// <param name="classes">The full names of the test classes to run (see <see cref="TestImpact"/>), or <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Stops it, and kills what runs.</param>
    /// <returns>A verdict for every test.</returns>
    public async Task<ChapterVerdicts> Run(
        string slug,
        CompiledChapter compiled,
        int runs = 1,
        HostUse use = HostUse.Fresh,
        IReadOnlyList<string>? classes = null,
        CancellationToken cancellationToken = default
    )
    {
        if (TypeFit.Check(compiled, TestAssemblyOf(slug)) is { } misfit)
            return new(slug, [], [], 0, misfit);
        using var folder = CreateFolder(slug, compiled);
        if (folder.RunError is { } error)
            return new(slug, [], [], 0, error);
        var request = await Request(slug, compiled, folder).ConfigureAwait(false) with
        {
            Runs = runs,
            StopsAtFirstFailure = _options.StopsAtFirstFailure,
            Classes = classes,
        };
        var verdicts = await new TestRun(_hosts, _options, request)
            .Complete(slug, use, cancellationToken)
            .ConfigureAwait(false);
        if (_options.Rehearses)
            _hosts.Rehearse(Rehearsal(request, TestAssemblyOf(slug), verdicts.Tests));
        return verdicts with { Tests = Tests(TestAssemblyOf(slug)).InOrder(verdicts.Tests) };
    }

    /// <summary>Runs one test of a chapter in a process that waits for a debugger, without limits of time.</summary>
    /// <param name="slug">The chapter.</param>
    /// <param name="sources">What to compile and test.</param>
    /// <param name="test">The test.</param>
    /// <param name="cancellationToken">Stops it, and kills what runs.</param>
    /// <returns>The test's verdict, or the compiler's errors; no verdict when the process was ended, as by the debugger.</returns>
    /// <inheritdoc cref="Prepare" path="/exception"/>
    public async Task<ChapterVerdicts> Debug(
        string slug,
        ChapterSources sources,
        DebuggedTest test,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(test);
        var compiled = await Compile(slug, sources, cancellationToken).ConfigureAwait(false);
        if (compiled.Errors.Count > 0)
            return new(slug, compiled.Errors, [], 0);
        if (TypeFit.Check(compiled, TestAssemblyOf(slug)) is { } misfit)
            return new(slug, [], [], 0, misfit);
        using var folder = CreateFolder(slug, compiled);
        if (folder.RunError is { } reason)
            return new(slug, [], [], 0, reason);
        var request = await Request(slug, compiled, folder).ConfigureAwait(false);
        if (test.Schedule is { } schedule)
            request = request with
            {
                Variables = new Dictionary<string, string>(
                    request.Variables,
                    StringComparer.Ordinal
                )
                {
                    [Explorer.Explorer.ReplayVariable] = schedule,
                },
            };
        var (verdict, error) = await new DebugRun(_options, request)
            .Complete(test, cancellationToken)
            .ConfigureAwait(false);
        return verdict is null ? new(slug, [], [], 0, error) : new(slug, [], [verdict], 1);
    }

    /// <summary>Runs a chapter's tests on an assembly that nobody trusts, in processes that the caller shuts in.</summary>
    /// <param name="slug">The chapter.</param>
    /// <param name="compiled">The chapter, compiled and made <see cref="Exploration.Explorable"/> where its tests ask for that: here nothing is done with it that takes a time of its own choosing.</param>
    /// <param name="run">How it is run.</param>
    /// <param name="cancellationToken">Stops it, and kills what runs.</param>
    /// <returns>The verdicts that a host gave on the tests of <paramref name="run"/>; there may be none on some.</returns>
    public async Task<ChapterVerdicts> Run(
        string slug,
        CompiledChapter compiled,
        UntrustedRun run,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(compiled);
        ArgumentNullException.ThrowIfNull(run);
        var chapter = Find(slug);
        var tests = Tests(chapter.TestAssembly);
        using var folder = RunFolder.Create(chapter, compiled, isExplored: false);
        var limits = _options with
        {
            HangBudget = run.HangBudget,
            SilenceLimit = run.SilenceLimit,
            OutputLimit = run.OutputLimit,
            StopsAtFirstFailure = false,
        };
        // Everything comes from the run's own folder: the one of the tests has the solution in it.
        var request = new HostRequest(
            folder.TestAssembly,
            folder.Path,
            [compiled.Name, Path.GetFileNameWithoutExtension(chapter.TestAssembly)],
            await _needs.Provide(tests.Needs).ConfigureAwait(false),
            null,
            1
        )
        {
            Measurements = run.Measurements,
        };
        var testRun = new TestRun(new UntrustedHosts(limits, run, folder.Path), limits, request);
        if (run.Tests is not null)
            testRun.Expect(run.Tests);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(run.Limit);
        try
        {
            return await testRun.Complete(slug, HostUse.Fresh, limited.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return testRun.Stopped(slug, run.Limit);
        }
    }

    /// <summary>Runs a test assembly where it lies, for example one of the harness's own.</summary>
    /// <param name="name">What the result is to be called.</param>
    /// <param name="testAssembly">The full path of the test assembly.</param>
    /// <param name="cancellationToken">Stops it, and kills what runs.</param>
    /// <returns>A verdict for every test.</returns>
    public async Task<ChapterVerdicts> RunAssembly(
        string name,
        string testAssembly,
        CancellationToken cancellationToken = default
    )
    {
        var request = new HostRequest(
            testAssembly,
            Path.GetDirectoryName(testAssembly)!,
            [Path.GetFileNameWithoutExtension(testAssembly)],
            await _needs.Provide(Tests(testAssembly).Needs).ConfigureAwait(false),
            null,
            1
        );
        return await new TestRun(_hosts, _options, request)
            .Complete(name, HostUse.Fresh, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Ends the hosts that stand ready.</summary>
    public ValueTask DisposeAsync() => _hosts.DisposeAsync();

    private async Task Ensure(IReadOnlyList<Chapter> chapters, CancellationToken cancellationToken)
    {
        if (!await _build.Ensure(chapters, cancellationToken).ConfigureAwait(false))
            return;
        await _hosts.Clear().ConfigureAwait(false);
        _hosts.Fill();
    }

    private RunFolder CreateFolder(string slug, CompiledChapter compiled)
    {
        var chapter = Find(slug);
        return RunFolder.Create(chapter, compiled, Tests(chapter.TestAssembly).IsExplored);
    }

    /// <summary>A request for one run of all tests.</summary>
    private async Task<HostRequest> Request(string slug, CompiledChapter compiled, RunFolder folder)
    {
        var tests = Find(slug).TestAssembly;
        return new(
            folder.TestAssembly,
            Path.GetDirectoryName(tests)!,
            [compiled.Name, Path.GetFileNameWithoutExtension(tests)],
            await _needs.Provide(Tests(tests).Needs).ConfigureAwait(false),
            null,
            1
        );
    }

    /// <summary>A few quick tests of each class, on the solution that the tests were built against.</summary>
    private static HostRequest Rehearsal(
        HostRequest request,
        string testAssembly,
        IEnumerable<TestVerdict> verdicts
    ) =>
        request with
        {
            Assembly = testAssembly,
            Only =
            [
                .. verdicts
                    .Where(verdict => verdict.Duration < LongestRehearsed)
                    .GroupBy(verdict => verdict.Test.Class, StringComparer.Ordinal)
                    .SelectMany(tests => tests.Take(Rehearsed).Select(test => test.Test.FullName)),
            ],
            Classes = null,
            Runs = 1,
        };

    private TestAssembly Tests(string testAssembly) =>
        _tests.GetOrAdd(
            (testAssembly, File.GetLastWriteTimeUtc(testAssembly)),
            key => TestAssembly.Read(key.Path)
        );

    private Chapter Find(string slug) => Chapter.Find(paths, slug, _options.Configuration);

    private CompilerArguments Arguments(Chapter chapter)
    {
        var file = chapter.CompilerArguments;
        return _arguments.GetOrAdd(
            (file, File.GetLastWriteTimeUtc(file)),
            key => CompilerArguments.Read(key.Path)
        );
    }
}
