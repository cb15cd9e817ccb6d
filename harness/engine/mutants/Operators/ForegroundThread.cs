using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>A thread keeps the process alive that should not.</summary>
internal sealed class ForegroundThread : IMutationOperator
{
    public string Name => "foreground-thread";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        return
            node
                is AssignmentExpressionSyntax
                {
                    Right: LiteralExpressionSyntax
                    {
                        RawKind: (int)SyntaxKind.TrueLiteralExpression
                    } value
                } assignment
            && assignment
                .Left.ToString()
                .EndsWith(nameof(Thread.IsBackground), StringComparison.Ordinal)
            ? [Edit.Replace(value, "false")]
            : [];
    }
}
