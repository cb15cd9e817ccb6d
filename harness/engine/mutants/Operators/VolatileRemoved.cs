using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>A volatile access is a plain one.</summary>
internal sealed class VolatileRemoved : IMutationOperator
{
    public string Name => "volatile-removed";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        if (node is FieldDeclarationSyntax field)
        {
            return field
                .Modifiers.Where(modifier => modifier.IsKind(SyntaxKind.VolatileKeyword))
                .Select(modifier => Edit.Replace(modifier, ""));
        }
        if (
            node is not InvocationExpressionSyntax call
            || model.Calls(call, nameof(Volatile), "Read", "Write") is null
        )
            return [];
        return call.Arguments() is [var place, var value]
            ? [Edit.Replace(call, $"{place} = {value}")]
            : [Edit.Replace(call, $"({call.Arguments()[0]})")];
    }
}
