using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>One of two conditions is not looked at, or either is enough.</summary>
internal sealed class ConditionPartRemoved : IMutationOperator
{
    public string Name => "condition-part-removed";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        if (
            node is not BinaryExpressionSyntax binary
            || !(
                binary.IsKind(SyntaxKind.LogicalAndExpression)
                || binary.IsKind(SyntaxKind.LogicalOrExpression)
            )
        )
            return [];
        var other = binary.IsKind(SyntaxKind.LogicalAndExpression) ? "||" : "&&";
        return
        [
            Edit.Replace(binary, binary.Left.ToString()),
            Edit.Replace(binary, binary.Right.ToString()),
            Edit.Replace(binary.OperatorToken, other),
        ];
    }
}
