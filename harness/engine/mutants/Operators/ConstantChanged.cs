using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>A number is greater or smaller by one; a truth is its opposite. What stands for an argument that is left out is in the tests already.</summary>
internal sealed class ConstantChanged : IMutationOperator
{
    public string Name => "constant-changed";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        if (
            node is not LiteralExpressionSyntax literal
            || node.IsInAttribute()
            || node.FirstAncestorOrSelf<ParameterSyntax>() is not null
        )
            return [];
        switch (literal.Kind())
        {
            case SyntaxKind.TrueLiteralExpression:
                return [Edit.Replace(literal, "false")];
            case SyntaxKind.FalseLiteralExpression:
                return [Edit.Replace(literal, "true")];
            case SyntaxKind.NumericLiteralExpression:
                return Neighbours(literal.Token).Select(text => Edit.Replace(literal, text));
            default:
                return [];
        }
    }

    private static string[] Neighbours(SyntaxToken token) =>
        token.Value switch
        {
            int and 0 => ["1"],
            int value => [Text(value + 1L), Text(value - 1L)],
            long and 0 => ["1L"],
            long value => [$"{Text(value + 1)}L", $"{Text(value - 1)}L"],
            double value => [$"({token.Text} + 1)", $"({token.Text} - 1)"],
            _ => [],
        };

    private static string Text(long value) =>
        value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
