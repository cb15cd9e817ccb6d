using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Katas.Harness.Engine.Mutants.Operators;

/// <summary>One more at a time, or one less.</summary>
internal sealed class DegreeByOne : IMutationOperator
{
    public string Name => "degree-by-one";

    public IEnumerable<Edit> At(SyntaxNode node, SemanticModel model)
    {
        var degree = node switch
        {
            AssignmentExpressionSyntax
            {
                Left: IdentifierNameSyntax
                {
                    Identifier.Text: nameof(ParallelOptions.MaxDegreeOfParallelism)
                }
            } assignment => assignment.Right,
            ArgumentSyntax { Expression: IdentifierNameSyntax name }
                when IsDegree(name.Identifier.Text) && model.IsNumber(name) => name,
            _ => null,
        };
        return degree is null
            ? []
            : [Edit.Replace(degree, $"{degree} + 1"), Edit.Replace(degree, $"{degree} - 1")];
    }

    private static bool IsDegree(string name) =>
        name is "degree" or "workers" or "limit" or "cooks" or "capacity" or "parts" or "threads";
}
