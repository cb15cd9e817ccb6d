using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Katas.Harness.Engine.Mutants;

/// <summary>A change of a file's text, in one or more places.</summary>
internal sealed record Edit(params IReadOnlyList<TextChange> Changes)
{
    public static Edit Replace(SyntaxNode node, string text) =>
        new(new TextChange(node.Span, text));

    public static Edit Replace(SyntaxToken token, string text) =>
        new(new TextChange(token.Span, text));

    /// <summary>Replaces from the beginning of one to the end of another.</summary>
    public static Edit Replace(SyntaxNodeOrToken first, SyntaxNodeOrToken last, string text) =>
        new(new TextChange(TextSpan.FromBounds(first.SpanStart, last.Span.End), text));

    public static Edit Insert(int position, string text) =>
        new(new TextChange(new TextSpan(position, 0), text));

    /// <summary>Leaves an empty statement, which may stand wherever a statement may.</summary>
    public static Edit Remove(StatementSyntax statement) => Replace(statement, ";");

    public static Edit Swap(SyntaxNode first, SyntaxNode second) =>
        new(
            new TextChange(first.Span, second.ToString()),
            new TextChange(second.Span, first.ToString())
        );
}
