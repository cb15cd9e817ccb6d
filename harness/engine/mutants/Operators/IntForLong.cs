using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>A number of 64 bits has 32.</summary>
internal sealed class IntForLong : IMutationOperator
{
    public string Name => "int-for-long";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        return node switch
        {
            PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.LongKeyword } type =>
            [
                Edit.Replace(type, "int"),
            ],
            LiteralExpressionSyntax { Token.Value: long } literal =>
            [
                Edit.Replace(literal, literal.Token.Text.TrimEnd('L', 'l')),
            ],
            _ => [],
        };
    }
}
