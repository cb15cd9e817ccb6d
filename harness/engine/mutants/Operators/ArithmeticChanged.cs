using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>Adds for subtracts, multiplies for divides, and the other way round.</summary>
internal sealed class ArithmeticChanged : IMutationOperator
{
    public string Name => "arithmetic-changed";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        var (token, operand) = node switch
        {
            BinaryExpressionSyntax binary => (binary.OperatorToken, binary.Left),
            AssignmentExpressionSyntax assignment => (assignment.OperatorToken, assignment.Left),
            PrefixUnaryExpressionSyntax prefix => (prefix.OperatorToken, prefix.Operand),
            PostfixUnaryExpressionSyntax postfix => (postfix.OperatorToken, postfix.Operand),
            _ => default,
        };
        return operand is not null && Other(token.Kind()) is { } other && model.IsNumber(operand)
            ? [Edit.Replace(token, other)]
            : [];
    }

    private static string? Other(SyntaxKind kind) =>
        kind switch
        {
            SyntaxKind.PlusToken => "-",
            SyntaxKind.MinusToken => "+",
            SyntaxKind.AsteriskToken => "/",
            SyntaxKind.SlashToken => "*",
            SyntaxKind.PercentToken => "*",
            SyntaxKind.PlusEqualsToken => "-=",
            SyntaxKind.MinusEqualsToken => "+=",
            SyntaxKind.PlusPlusToken => "--",
            SyntaxKind.MinusMinusToken => "++",
            _ => null,
        };
}
