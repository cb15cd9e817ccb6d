using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>A condition is turned into its opposite.</summary>
internal sealed class ConditionNegated : IMutationOperator
{
    public string Name => "condition-negated";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        if (node is BinaryExpressionSyntax binary)
        {
            return binary.Kind() switch
            {
                SyntaxKind.EqualsExpression => [Edit.Replace(binary.OperatorToken, "!=")],
                SyntaxKind.NotEqualsExpression => [Edit.Replace(binary.OperatorToken, "==")],
                _ => [],
            };
        }
        var condition = node switch
        {
            IfStatementSyntax statement => statement.Condition,
            WhileStatementSyntax statement => statement.Condition,
            ForStatementSyntax statement => statement.Condition,
            ConditionalExpressionSyntax expression => expression.Condition,
            CatchFilterClauseSyntax filter => filter.FilterExpression,
            WhenClauseSyntax clause => clause.Condition,
            _ => null,
        };
        // An equality on its own is turned round where it stands.
        if (
            condition is null
            || condition.IsKind(SyntaxKind.EqualsExpression)
            || condition.IsKind(SyntaxKind.NotEqualsExpression)
        )
            return [];
        return
            condition
                is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not
            ? [Edit.Replace(condition, not.Operand.ToString())]
            : [Edit.Replace(condition, $"!({condition})")];
    }
}
