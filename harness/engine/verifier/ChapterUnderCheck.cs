using System.Collections.Concurrent;
using Katas.Harness.Engine.Impact;
using Katas.Harness.Workbook;

namespace Katas.Harness.Engine.Verifier;

/// <summary>A chapter, where its parts are, and the engine to run them with.</summary>
/// <param name="Paths">The workbook.</param>
/// <param name="Slug">The chapter.</param>
/// <param name="Engine">Compiles and runs.</param>
/// <param name="Impacts">What the tests of chapters use of their solutions, by slug; filled as it is asked for.</param>
internal sealed record ChapterUnderCheck(
    WorkbookPaths Paths,
    string Slug,
    ChapterEngine Engine,
    ConcurrentDictionary<string, Task<TestImpact>> Impacts
)
{
    public string Exercise => Path.Combine(Paths.Exercises, Slug);

    public string Solution => Path.Combine(Paths.Solutions, Slug);

    public string Tests => Path.Combine(Paths.Tests, Slug);

    public string Name => Paths.NameOf(Slug);

    public ChapterSources SolutionSources => ChapterSources.Read(Solution);

    public ChapterSources ExerciseSources => ChapterSources.Read(Exercise);

    /// <summary>A path as complaints name it: from the root, with slashes.</summary>
    public string Short(string path) => Path.GetRelativePath(Paths.Root, path).Replace('\\', '/');

    /// <summary>The chapter's katas, as its test assembly declares them.</summary>
    public async Task<IReadOnlyList<Kata>> Katas(CancellationToken cancellationToken) =>
        (await Declared(cancellationToken).ConfigureAwait(false)).Katas;

    /// <summary>What the chapter's test assembly declares.</summary>
    public async Task<TestAssembly> Declared(CancellationToken cancellationToken)
    {
        await Engine.Prepare([Slug], cancellationToken).ConfigureAwait(false);
        return TestAssembly.Read(Engine.TestAssemblyOf(Slug));
    }

    /// <summary>As <see cref="Judge"/>, for an answer that differs from the solution in a place or two.</summary>
    /// <param name="answer">The file that stands in the place of one of the solution's.</param>
    /// <param name="runs">How often.</param>
    /// <param name="judge">What is wrong with the verdicts.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Tests that use nothing of what differs do as they do on the solution, which has a case of its own, and do not run. When something is not
    /// as it should be, the fresh process that has the last word runs them all.
    /// </remarks>
    public async Task<Findings> JudgeAnswer(
        SourceFile answer,
        int runs,
        Func<ChapterVerdicts, Findings> judge,
        CancellationToken cancellationToken
    )
    {
        var impact = await Impacts
            .GetOrAdd(Slug, _ => ReadImpact())
            .WaitAsync(cancellationToken)
            .ConfigureAwait(false);
        return await Judge(
                SolutionSources.Replace(answer),
                runs,
                judge,
                cancellationToken,
                impact.ClassesAffectedBy
            )
            .ConfigureAwait(false);
    }

    /// <summary>Runs the tests on sources of which it is known what should come of them.</summary>
    /// <param name="sources">What to compile and test.</param>
    /// <param name="runs">How often.</param>
    /// <param name="judge">What is wrong with the verdicts.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="classes">The test classes that matter, given what was compiled; without it, all.</param>
    /// <remarks>
    /// A used process comes first, in which a run takes a third of the time; what is not as it should be is run once more in a fresh one, whose
    /// word counts.
    /// </remarks>
    public async Task<Findings> Judge(
        ChapterSources sources,
        int runs,
        Func<ChapterVerdicts, Findings> judge,
        CancellationToken cancellationToken,
        Func<CompiledChapter, IReadOnlyList<string>>? classes = null
    )
    {
        var compiled = await Engine.Compile(Slug, sources, cancellationToken).ConfigureAwait(false);
        if (compiled.Errors.Count > 0)
            return Findings.Of(compiled.Errors.Select(error => error.ToString()));
        return
            await Run(HostUse.Shared, classes?.Invoke(compiled)).ConfigureAwait(false)
                is { IsPlain: true } fine
            ? fine
            : await Run(HostUse.Fresh, classes: null).ConfigureAwait(false);

        async Task<Findings> Run(HostUse use, IReadOnlyList<string>? classes)
        {
            var verdicts = await Engine
                .Run(Slug, compiled, runs, use, classes, cancellationToken)
                .ConfigureAwait(false);
            return Verdicts.Unusable(verdicts) ?? judge(verdicts);
        }
    }

    private async Task<TestImpact> ReadImpact() =>
        TestImpact.Read(
            Engine.TestAssemblyOf(Slug),
            await Engine.Compile(Slug, SolutionSources).ConfigureAwait(false)
        );
}
