using Katas.Harness.Engine;
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
}
