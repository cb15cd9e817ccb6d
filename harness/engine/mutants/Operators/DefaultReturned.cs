using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>Nothing, or zero, is returned; for a truth, always the same one.</summary>
internal sealed class DefaultReturned : IMutationOperator
{
    public string Name => "default-returned";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        var expression = node switch
        {
            ReturnStatementSyntax statement => statement.Expression,
            ArrowExpressionClauseSyntax { Parent: not AnonymousFunctionExpressionSyntax } arrow =>
                arrow.Expression,
            _ => null,
        };
        if (
            expression is null
            || model.GetTypeInfo(expression).Type is not { } type
            || type.SpecialType == SpecialType.System_Void
        )
            return [];
        return
            type.SpecialType == SpecialType.System_Boolean
            && expression is not LiteralExpressionSyntax
            ? [Edit.Replace(expression, "true"), Edit.Replace(expression, "false")]
            : [Edit.Replace(expression, "default!")];
    }
}
