using Katas.Harness.Workbook;

namespace Katas.Harness.Engine.Verifier;

/// <summary>A chapter, where its parts are, and the engine to run them with.</summary>
internal sealed record ChapterUnderCheck(WorkbookPaths Paths, string Slug, ChapterEngine Engine)
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
    public async Task<IReadOnlyList<Kata>> Katas(CancellationToken cancellationToken)
    {
        await Engine.Prepare([Slug], cancellationToken).ConfigureAwait(false);
        return TestAssembly.Read(Engine.TestAssemblyOf(Slug)).Katas;
    }

    /// <summary>Runs the tests on sources of which it is known what should come of them.</summary>
    /// <param name="sources">What to compile and test.</param>
    /// <param name="runs">How often.</param>
    /// <param name="judge">What is wrong with the verdicts.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// A used process comes first, in which a run takes a third of the time; what is not as it should be is run once more in a fresh one, whose
    /// word counts.
    /// </remarks>
    public async Task<Findings> Judge(
        ChapterSources sources,
        int runs,
        Func<ChapterVerdicts, Findings> judge,
        CancellationToken cancellationToken
    )
    {
        var compiled = await Engine.Compile(Slug, sources, cancellationToken).ConfigureAwait(false);
        if (compiled.Errors.Count > 0)
            return Findings.Of(compiled.Errors.Select(error => error.ToString()));
        return await Run(HostUse.Shared).ConfigureAwait(false) is { IsPlain: true } fine
            ? fine
            : await Run(HostUse.Fresh).ConfigureAwait(false);

        async Task<Findings> Run(HostUse use)
        {
            var verdicts = await Engine
                .Run(Slug, compiled, runs, use, cancellationToken)
                .ConfigureAwait(false);
            return Verdicts.Unusable(verdicts) ?? judge(verdicts);
        }
    }
}
