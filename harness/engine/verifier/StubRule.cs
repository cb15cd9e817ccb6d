using Katas.Harness.Workbook;
using Katas.Harness.Workbook.Verdicts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Verifier;

/// <summary>The exercise compiles, each of its stubs says what to do, every kata has one, and no test passes on it.</summary>
internal static class StubRule
{
    public static async Task<Findings> Check(
        ChapterUnderCheck chapter,
        CancellationToken cancellationToken
    )
    {
        var sources = chapter.ExerciseSources;
        var written = sources
            .Files.SelectMany(file => Stubs(chapter, file))
            .DefaultIfEmpty($"{chapter.Short(chapter.Exercise)} has no stub.")
            .OfType<string>()
            .ToList();
        var katas = await chapter.Katas(cancellationToken).ConfigureAwait(false);
        return await chapter
            .Judge(
                sources,
                1,
                verdicts =>
                    Findings.Of([.. written, .. Homeless(verdicts, katas), .. Green(verdicts)]),
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private static IEnumerable<string> Homeless(
        ChapterVerdicts verdicts,
        IReadOnlyList<Kata> katas
    ) =>
        verdicts
            .Tests.Where(test => !katas.Any(kata => kata.Owns(test.Test.FullName)))
            .Select(test => $"{test.Test.FullName} belongs to no kata; give its class a [Kata].");

    private static IEnumerable<string> Green(ChapterVerdicts verdicts) =>
        verdicts
            .Tests.Where(test => test.Outcome == Outcome.Passed)
            .Select(test => $"{test.Test.Method} passes on the stubs, so it asks for nothing.");

    /// <summary>One entry for each stub of a file: a complaint, or <see langword="null"/>.</summary>
    private static IEnumerable<string?> Stubs(ChapterUnderCheck chapter, SourceFile file)
    {
        var root = CSharpSyntaxTree.ParseText(file.Text).GetCompilationUnitRoot();
        var members = root.DescendantNodes()
            .OfType<ObjectCreationExpressionSyntax>()
            .Where(creation => creation.Type.ToString() == nameof(NotImplementedException))
            .Select(creation => creation.FirstAncestorOrSelf<MemberDeclarationSyntax>()!)
            .Distinct();
        foreach (var member in members)
        {
            var line = member.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
            var place = $"{chapter.Short(file.Path)}:{line}";
            var todos = member
                .DescendantTrivia()
                .Count(trivia =>
                    trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)
                    && trivia.ToString().StartsWith("// TODO:", StringComparison.Ordinal)
                );
            yield return !IsDocumented(member)
                ? $"{place}: the stub has no documentation comment that says what to do."
            : todos != 1 ? $"{place}: the stub has {todos} lines '// TODO: …'; it should have one."
            : null;
        }
    }

    private static bool IsDocumented(MemberDeclarationSyntax member) =>
        member
            .GetLeadingTrivia()
            .Any(trivia => trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia));
}
