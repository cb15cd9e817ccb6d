using Katas.Harness.Engine;
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
        var verdicts = await chapter
            .Engine.Run(chapter.Slug, sources, 1, cancellationToken)
            .ConfigureAwait(false);
        if (verdicts.Errors.Count > 0)
            return Verdicts.Unusable(verdicts)!;

        var written = sources.Files.SelectMany(file => Stubs(chapter, file)).ToList();
        if (written.Count == 0)
            written.Add($"{chapter.Short(chapter.Exercise)} has no stub.");
        var katas = await chapter.Katas(cancellationToken).ConfigureAwait(false);
        foreach (var test in verdicts.Tests)
        {
            if (!katas.Any(kata => kata.Owns(test.Test.FullName)))
                written.Add($"{test.Test.FullName} belongs to no kata; give its class a [Kata].");
        }
        var complaints = written
            .OfType<string>()
            .Concat(
                verdicts
                    .Tests.Where(test => test.Outcome == Outcome.Passed)
                    .Select(test =>
                        $"{test.Test.Method} passes on the stubs, so it asks for nothing."
                    )
            )
            .ToList();
        return complaints.Count > 0
            ? Findings.Of(complaints)
            : Verdicts.Unusable(verdicts) ?? Findings.None;
    }

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
