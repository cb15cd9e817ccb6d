using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>A comparison takes in its boundary, or leaves it out.</summary>
internal sealed class ConditionBoundary : IMutationOperator
{
    public string Name => "condition-boundary";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        var token = node switch
        {
            BinaryExpressionSyntax binary => binary.OperatorToken,
            RelationalPatternSyntax pattern => pattern.OperatorToken,
            _ => default,
        };
        var other = token.Kind() switch
        {
            SyntaxKind.LessThanToken => "<=",
            SyntaxKind.LessThanEqualsToken => "<",
            SyntaxKind.GreaterThanToken => ">=",
            SyntaxKind.GreaterThanEqualsToken => ">",
            _ => null,
        };
        return other is null ? [] : [Edit.Replace(token, other)];
    }
}
