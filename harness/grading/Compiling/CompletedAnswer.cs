using Katas.Harness.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Grading.Compiling;

/// <summary>
/// An answer as it is compiled: with the workbook's own files in the place of those in which there is nothing to write. Tests rely on what is
/// in these, on how long a step takes, for one.
/// </summary>
/// <param name="Files">What is compiled.</param>
/// <param name="Own">The names of the files that were handed in and count.</param>
/// <param name="Changed">The names of those that were handed in changed, and do not count.</param>
/// <param name="Others">The workbook's types that stand in another file, and are not as the workbook has them.</param>
internal sealed record CompletedAnswer(
    IReadOnlyList<SourceFile> Files,
    IReadOnlyList<string> Own,
    IReadOnlyList<string> Changed,
    IReadOnlyList<RuleViolation> Others
)
{
    /// <summary>Completes an answer.</summary>
    /// <param name="chapter">How its files are read.</param>
    /// <param name="answer">The files that were handed in.</param>
    /// <param name="given">The workbook's files in which there is nothing to write.</param>
    public static CompletedAnswer Of(
        BuiltChapter chapter,
        IReadOnlyList<SourceFile> answer,
        IReadOnlyList<SourceFile> given
    )
    {
        var originals = given.ToDictionary(NameOf, chapter.Parse, StringComparer.OrdinalIgnoreCase);
        var own = answer.Where(file => !originals.ContainsKey(NameOf(file))).ToList();
        var moved = own.SelectMany(file => TypesIn(chapter.Parse(file))).ToLookup(NameOf);
        return new(
            [
                .. own,
                .. given.Where(file =>
                    !TypesIn(originals[NameOf(file)]).Any(type => moved.Contains(NameOf(type)))
                ),
            ],
            [.. own.Select(file => file.Path)],
            [
                .. answer
                    .Except(own)
                    .Where(file => !IsSame(originals[NameOf(file)], chapter.Parse(file)))
                    .Select(file => file.Path),
            ],
            [
                .. originals
                    .Values.SelectMany(TypesIn)
                    .SelectMany(type => moved[NameOf(type)].Where(other => !IsSame(type, other)))
                    .Select(Other),
            ]
        );
    }

    private static RuleViolation Other(BaseTypeDeclarationSyntax type) =>
        new(
            type.SyntaxTree.FilePath,
            type.SyntaxTree.GetLineSpan(type.Identifier.Span).StartLinePosition.Line + 1,
            $"another {type.Identifier.ValueText} than the workbook's"
        );

    private static string NameOf(SourceFile file) => Path.GetFileName(file.Path);

    private static string NameOf(BaseTypeDeclarationSyntax type) =>
        string.Join(
            '.',
            type.Ancestors()
                .OfType<BaseNamespaceDeclarationSyntax>()
                .Select(space => space.Name.ToString())
                .Reverse()
                .Append(type.Identifier.ValueText)
        );

    private static bool IsSame(SyntaxTree file, SyntaxTree other) =>
        IsSame(file.GetRoot(), other.GetRoot());

    /// <summary>Whether two differ in comments and blanks at most.</summary>
    private static bool IsSame(SyntaxNode node, SyntaxNode other) =>
        SyntaxFactory.AreEquivalent(node, other, topLevel: false);

    private static IEnumerable<BaseTypeDeclarationSyntax> TypesIn(SyntaxTree file) =>
        file.GetRoot()
            .DescendantNodes(node =>
                node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax
            )
            .OfType<BaseTypeDeclarationSyntax>();
}
