using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>A condition that was waited for is not looked at again.</summary>
internal sealed class WhileToIf : IMutationOperator
{
    public string Name => "while-to-if";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        return
            node is WhileStatementSyntax loop && loop.Statement.DescendantNodesAndSelf().Any(IsWait)
            ? [Edit.Replace(loop.WhileKeyword, "if")]
            : [];
    }

    private static bool IsWait(SyntaxNode node) =>
        node is InvocationExpressionSyntax call
        && call.MethodName()?.Text is "Wait" or "WaitOne" or "WaitAsync";
}
