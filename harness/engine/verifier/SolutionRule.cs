using Microsoft.CodeAnalysis;

namespace Katas.Harness.Engine.Verifier;

/// <summary>The solution compiles without a warning and passes every test.</summary>
internal static class SolutionRule
{
    public static async Task<Findings> Check(
        ChapterUnderCheck chapter,
        CancellationToken cancellationToken
    )
    {
        var sources = chapter.SolutionSources;
        var model = await chapter
            .Engine.Model(chapter.Slug, sources, cancellationToken)
            .ConfigureAwait(false);
        var warnings = model
            .GetDiagnostics(cancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => diagnostic.ToString())
            .ToList();
        if (warnings.Count > 0)
            return Findings.Of(warnings);

        return await chapter
            .Judge(sources, 1, verdicts => Findings.Of(Verdicts.Red(verdicts)), cancellationToken)
            .ConfigureAwait(false);
    }
}
